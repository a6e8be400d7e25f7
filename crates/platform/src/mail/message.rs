//! A mail as it travels (RFC 5322, RFC 2045): the same mail gives the same bytes.

use super::one_line;
use kernel::{Email, Instant};
use lettre::message::header::{ContentDisposition, ContentType};
use lettre::message::{Mailbox, Message, MultiPart, SinglePart};
use lettre::{Address, address::AddressError};
use std::time::{Duration, SystemTime};
use thiserror::Error;

/// Everything a mail is made of when it leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// Unique in the installation; becomes the `Message-ID` and the boundaries.
    pub reference: String,
    /// The address that sends.
    pub from: Email,
    /// The name shown for it: the place.
    pub from_name: String,
    /// Where answers go, when not to `from`.
    pub reply_to: Option<Email>,
    /// Whom it goes to.
    pub to: Email,
    /// Their name; may be empty.
    pub to_name: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The HTML.
    pub html: String,
    /// A file that goes with it.
    pub attachment: Option<Attachment>,
    /// When it was written.
    pub written_at: Instant,
}

/// A file that goes with a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The name its reader sees.
    pub filename: String,
    /// Its media type: `application/pdf`.
    pub media_type: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why a mail cannot be put in its travelling form. Trying again changes nothing.
#[derive(Debug, Error)]
pub enum MailRefused {
    /// An address that the transport does not take.
    #[error("address: {0}")]
    Address(#[from] AddressError),
    /// A media type that cannot be read.
    #[error("media type: {0}")]
    MediaType(String),
    /// The message cannot be assembled.
    #[error("message: {0}")]
    Message(#[from] lettre::error::Error),
}

/// Puts a mail in its travelling form: text and HTML as alternatives, then the attachment.
///
/// # Errors
/// [`MailRefused`] when an address or a media type is not one.
pub fn render_message(envelope: &Envelope) -> Result<Message, MailRefused> {
    let from = mailbox(&envelope.from, &envelope.from_name)?;
    let seconds = u64::try_from(envelope.written_at.seconds()).unwrap_or_default();
    let mut builder = Message::builder()
        .message_id(Some(format!("<{}@{}>", envelope.reference, from.email.domain())))
        .date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
        .from(from)
        .to(mailbox(&envelope.to, &envelope.to_name)?)
        .subject(one_line(&envelope.subject));
    if let Some(reply_to) = &envelope.reply_to {
        builder = builder.reply_to(mailbox(reply_to, &envelope.from_name)?);
    }
    let alternatives = MultiPart::alternative()
        .boundary(format!("alternative-{}", envelope.reference))
        .singlepart(SinglePart::plain(envelope.text.clone()))
        .singlepart(SinglePart::html(envelope.html.clone()));
    let body = match &envelope.attachment {
        None => alternatives,
        Some(attachment) => MultiPart::mixed()
            .boundary(format!("mixed-{}", envelope.reference))
            .multipart(alternatives)
            .singlepart(file(attachment)?),
    };
    Ok(builder.multipart(body)?)
}

fn mailbox(address: &Email, name: &str) -> Result<Mailbox, MailRefused> {
    let name = one_line(name);
    let address: Address = address.as_str().parse()?;
    Ok(Mailbox::new(
        if name.is_empty() { None } else { Some(name) },
        address,
    ))
}

fn file(attachment: &Attachment) -> Result<SinglePart, MailRefused> {
    let media_type = ContentType::parse(&attachment.media_type)
        .map_err(|error| MailRefused::MediaType(error.to_string()))?;
    Ok(SinglePart::builder()
        .header(ContentDisposition::attachment(&one_line(&attachment.filename)))
        .header(media_type)
        .body(attachment.bytes.clone()))
}
