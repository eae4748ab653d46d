use identity::{Account, AccountId, ApiKey, KeyKind, Mode, NewKey, Permission};
use sessions::Services;
use store::UnitOfWork;

/// The first account, made where there is none: most installations have just this one.
pub(crate) async fn default_account(
    services: &Services,
    unit: &mut dyn UnitOfWork,
) -> anyhow::Result<Account> {
    if let Some(account) = unit.accounts().await?.into_iter().next() {
        return Ok(account);
    }
    let account = Account {
        id: AccountId::generate(services.random.as_ref()),
        created: services.now(),
        name: services.settings.operator.name.clone(),
    };
    unit.insert_account(&account).await?;
    Ok(account)
}

/// The keys an empty installation starts with, as text; `None` where keys exist already.
pub(crate) async fn first_keys(services: &Services) -> anyhow::Result<Option<[String; 3]>> {
    let mut unit = services.store.begin().await?;
    let account = default_account(services, unit.as_mut()).await?;
    if !unit.api_keys().await?.is_empty() {
        return Ok(None);
    }
    let kinds = [
        (KeyKind::Secret, vec![]),
        (KeyKind::Publishable, vec![]),
        (KeyKind::Restricted, vec![Permission::SensitiveResults]),
    ];
    let mut texts = Vec::with_capacity(3);
    for (kind, permissions) in kinds {
        let new = NewKey::generate(
            services.random.as_ref(),
            account.id.clone(),
            Mode::Test,
            kind,
            permissions,
            Vec::new(),
            services.now(),
        );
        unit.insert_api_key(&new.key).await?;
        texts.push(new.text);
    }
    unit.save().await?;
    Ok(texts.try_into().ok())
}

/// A key as lists show it.
pub(crate) fn describe(key: &ApiKey) -> String {
    let state = if key.revoked.is_some() {
        "revoked"
    } else {
        "active"
    };
    let permissions: Vec<&str> = key.permissions.iter().map(|p| p.as_str()).collect();
    let shown = format!(
        "{}  {} {}  …{}  {state}",
        key.id, key.mode, key.kind, key.last_four
    );
    format!("{shown}  {}", permissions.join(","))
        .trim_end()
        .to_owned()
}
