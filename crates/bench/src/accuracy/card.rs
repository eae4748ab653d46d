//! The accuracy card: what was measured, as a page. What is real goes before what is simulated.

use super::altered;
use super::faces;
use super::measured::Measured;
use super::worth;

const HEAD: &str = "# Accuracy\n\n\
Written by `bonafide-bench accuracy`; anyone can run it. Shares are followed by their 95 % interval\n\
(Clopper and Pearson, 1934) and by what was counted.\n\n\
Real pictures are those of folders that it was given, which others took or scanned. Simulated ones show specimens\n\
drawn and photographed by this program: people and documents that never existed, held in hand before\n\
backgrounds, with perspective, uneven light, blur, noise and JPEG. These say how well the parts work\n\
together and whether a change made it worse. They do not say how often documents of the world are read\n\
right: their layouts are our own, and simulated conditions are not real ones.\n";

pub(super) fn page(measured: &Measured) -> String {
    let mut page = HEAD.to_owned();
    worth::write(&mut page, measured);
    real(&mut page, measured);
    measured.simulated.write(&mut page, measured.threads);
    altered::write(
        &mut page,
        "Simulated: data that print denies",
        &measured.altered_specimens,
    );
    for faces in &measured.faces {
        faces::write_simulated(&mut page, faces);
    }
    page
}

fn real(page: &mut String, measured: &Measured) {
    if measured.corpora.is_empty() && measured.faces.is_empty() {
        return;
    }
    page.push_str("\n## Real pictures\n");
    for corpus in &measured.corpora {
        corpus.write(page);
    }
    for faces in &measured.faces {
        faces::write(page, faces);
    }
    altered::write(
        page,
        "Real pictures with simulated changes: data that print denies",
        &measured.altered_documents,
    );
}

#[cfg(test)]
mod tests {
    use specimen::Kind;

    use super::super::drawn::Drawn;
    use super::super::simulated::Section;
    use super::*;

    #[test]
    fn every_table_of_what_was_drawn_says_that_it_is_simulated() {
        let mut measured = Measured::default();
        for condition in [None, Some("blur")] {
            let section = Section {
                kind: Kind::Passport.name(),
                condition,
                drawn: Drawn::default(),
            };
            measured.simulated.sections.push(section);
        }
        let page = page(&measured);
        let headings = page.lines().filter(|line| line.starts_with("##"));
        let headings: Vec<&str> = headings.collect();
        assert_eq!(
            headings,
            [
                "## What “verified” from a photograph is worth",
                "## Simulated: passport specimens",
                "## Simulated: harder conditions",
            ]
        );
    }
}
