//! Whether an ID number can be one, by its form alone.

/// The number without its punctuation; `None` where it cannot be a number of this country (ISO
/// 3166-1 alpha-2), or its form is not known here.
pub(crate) fn normalised(country: &str, number: &str) -> Option<String> {
    let plain: String = number
        .chars()
        .filter(|character| !matches!(character, '.' | '-' | ' '))
        .map(|character| character.to_ascii_uppercase())
        .collect();
    let fits = match country {
        "US" => plain.len() == 4 && digits(&plain).is_some(),
        "BR" => is_cpf(&plain),
        "SG" => is_nric(&plain),
        _ => false,
    };
    fits.then_some(plain)
}

fn digits(text: &str) -> Option<Vec<u32>> {
    text.chars().map(|digit| digit.to_digit(10)).collect()
}

/// Cadastro de Pessoas Físicas: eleven digits, the last two of them check digits modulo 11.
fn is_cpf(text: &str) -> bool {
    let Some(digits) = digits(text).filter(|digits| digits.len() == 11) else {
        return false;
    };
    let check = |length: usize| {
        let weights = (2..=length as u32 + 1).rev();
        let sum: u32 = digits
            .iter()
            .zip(weights)
            .map(|(digit, weight)| digit * weight)
            .sum();
        sum * 10 % 11 % 10
    };
    let all_the_same = digits.iter().all(|digit| *digit == digits[0]);
    !all_the_same && check(9) == digits[9] && check(10) == digits[10]
}

/// National Registration Identity Card or Foreign Identification Number: a letter of the series,
/// seven digits, a check letter. The M series is judged by its shape alone.
fn is_nric(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() != 9 || !bytes[8].is_ascii_uppercase() {
        return false;
    }
    let Some(digits) = text.get(1..8).and_then(digits) else {
        return false;
    };
    let weights = [2, 7, 6, 5, 4, 3, 2];
    let sum: u32 = digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum();
    let (offset, letters) = match bytes[0] {
        b'S' => (0, b"JZIHGFEDCBA"),
        b'T' => (4, b"JZIHGFEDCBA"),
        b'F' => (0, b"XWUTRQPNMLK"),
        b'G' => (4, b"XWUTRQPNMLK"),
        b'M' => return true,
        _ => return false,
    };
    letters[(sum + offset) as usize % 11] == bytes[8]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::normalised;

    #[test]
    fn numbers_with_right_check_digits_pass() {
        assert_eq!(normalised("US", "6789").as_deref(), Some("6789"));
        assert_eq!(
            normalised("BR", "529.982.247-25").as_deref(),
            Some("52998224725")
        );
        assert_eq!(normalised("SG", "s1234567d").as_deref(), Some("S1234567D"));
        assert_eq!(normalised("SG", "T1234567J").as_deref(), Some("T1234567J"));
        assert_eq!(normalised("SG", "F1234567N").as_deref(), Some("F1234567N"));
        assert_eq!(normalised("SG", "G1234567X").as_deref(), Some("G1234567X"));
    }

    #[test]
    fn numbers_of_another_form_do_not_pass() {
        for (country, number) in [
            ("US", "123456789"),
            ("US", "12a4"),
            ("BR", "529.982.247-26"),
            ("BR", "111.111.111-11"),
            ("SG", "S1234567A"),
            ("SG", "A1234567D"),
            ("DE", "6789"),
        ] {
            assert_eq!(normalised(country, number), None, "{country} {number}");
        }
    }

    proptest! {
        #[test]
        fn arbitrary_text_never_panics(country in "US|BR|SG|.{0,3}", number in ".{0,20}") {
            let passed = normalised(&country, &number);
            prop_assert!(passed.is_none_or(|number| number.len() <= 11));
        }

        #[test]
        fn one_wrong_digit_of_a_cpf_is_noticed(position in 0_usize..11, digit in 0_u8..10) {
            let mut number = b"52998224725".to_vec();
            prop_assume!(number[position] != b'0' + digit);
            number[position] = b'0' + digit;
            prop_assert_eq!(normalised("BR", std::str::from_utf8(&number).unwrap()), None);
        }
    }
}
