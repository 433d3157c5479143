//! Who sends a push, as a push service is told (RFC 8292): a short token, signed by
//! a key of the server's that browsers bind their subscriptions to.

use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};

use crate::base64;
use crate::chance::NoChance;
use crate::refused::Refused;
use crate::store::StoreError;
use crate::store::books::{Books, Read};
use crate::store::tables::Vapid;

/// For how long a token serves, in seconds; a push service allows a day at most.
const SERVES: i64 = 12 * 3600;

/// The key, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct VapidRow {
    #[serde(with = "crate::hex")]
    pkcs8: Vec<u8>,
}

/// The key.
pub struct VapidKey(EcdsaKeyPair);

impl std::fmt::Debug for VapidKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("VapidKey")
    }
}

impl VapidKey {
    /// The server's, made when it is first asked for. It stays the same, for
    /// subscriptions end with it.
    ///
    /// # Errors
    /// [`Refused::Store`]; [`Refused::Chance`].
    pub async fn of(books: &Books) -> Result<Self, Refused> {
        let known = books.read(|page| Ok::<_, Refused>(page.get(Vapid, &())?)).await?;
        let row = if let Some(row) = known { row } else { make(books).await? };
        let pair = EcdsaKeyPair::from_pkcs8(
            &ECDSA_P256_SHA256_FIXED_SIGNING,
            &row.pkcs8,
            &SystemRandom::new(),
        );
        Ok(Self(pair.map_err(|_| StoreError::Damaged)?))
    }

    /// Its public half, as browsers take it.
    #[must_use]
    pub fn public(&self) -> String {
        base64::write(self.0.public_key().as_ref())
    }

    /// The value of `Authorization` for a push service's origin.
    ///
    /// # Errors
    /// [`NoChance`].
    pub fn authorization(
        &self,
        origin: &str,
        contact: Option<&str>,
        now: i64,
    ) -> Result<String, NoChance> {
        let mut claims = serde_json::json!({ "aud": origin, "exp": now + SERVES });
        if let Some(contact) = contact {
            claims["sub"] = contact.into();
        }
        let head = base64::write(br#"{"typ":"JWT","alg":"ES256"}"#);
        let said = format!("{head}.{}", base64::write(claims.to_string().as_bytes()));
        let signed = self.0.sign(&SystemRandom::new(), said.as_bytes()).map_err(|_| NoChance)?;
        Ok(format!("vapid t={said}.{}, k={}", base64::write(signed.as_ref()), self.public()))
    }
}

/// Makes the key and keeps it.
async fn make(books: &Books) -> Result<VapidRow, Refused> {
    let new = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new());
    let new = VapidRow { pkcs8: new.map_err(|_| NoChance)?.as_ref().to_vec() };
    books
        .write(move |pen| {
            // Another server over the same store may have been first.
            if let Some(row) = pen.get(Vapid, &())? {
                return Ok(row);
            }
            pen.put(Vapid, &(), &new)?;
            Ok(new)
        })
        .await
}
