//! One declaration for each call: where it is, what opens it, what it takes, what it answers and what it does. The router, the
//! description for machines, the page for people and the tests are all made from it.

use crate::caller::Caller;
use crate::read::{Input, Takes};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use kernel::{Instant, Money, PersonId};
use platform::database::Tx;
use platform::web::{Access, Method};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::Value;

use crate::read::Raw;
use crate::wire::{Amount, When};

/// What a handler is given beside its input.
pub(crate) struct Call<'call, 'tx> {
    pub(crate) tx: &'call mut Tx<'tx>,
    pub(crate) caller: &'call Caller,
}

impl Call<'_, '_> {
    /// A moment on the clock of the place.
    pub(crate) fn when(&self, instant: Instant) -> When {
        When::new(instant, &self.caller.place.zone)
    }

    /// An amount in the currency of the place.
    pub(crate) fn amount(&self, money: Money) -> Amount {
        Amount::new(money, self.caller.place.currency)
    }

    /// Whom a call is about: the one named, or the holder of the key.
    pub(crate) fn person(&self, named: Option<PersonId>) -> Result<PersonId, Trouble> {
        named
            .or(self.caller.actor.person)
            .ok_or_else(|| Trouble::field("person", "api-refused-missing"))
    }
}

type Run = Box<dyn Fn(&mut Call<'_, '_>, &Raw) -> Result<Value, Trouble> + Send + Sync>;

/// One call of the interface.
pub(crate) struct Endpoint {
    pub(crate) method: Method,
    /// With its parameters in braces.
    pub(crate) path: &'static str,
    /// Its stable name; the message `api-op-NAME` says what it does.
    pub(crate) name: &'static str,
    pub(crate) access: Access,
    /// What the key must open; nothing for who one is.
    pub(crate) scope: Option<Scope>,
    /// The status of success.
    pub(crate) status: u16,
    /// Describes what it takes.
    pub(crate) takes: fn(&mut SchemaGenerator) -> Takes,
    /// Describes what it answers.
    pub(crate) answers: fn(&mut SchemaGenerator) -> Schema,
    pub(crate) run: Run,
}

/// A call that reads.
pub(crate) fn get<I: Input, O: Serialize + JsonSchema + 'static>(
    path: &'static str,
    name: &'static str,
    (scope, access): (Scope, Access),
    run: fn(&mut Call<'_, '_>, I) -> Result<O, Trouble>,
) -> Endpoint {
    endpoint(Method::Get, path, name, (Some(scope), access), run)
}

/// A call that does something to what exists.
pub(crate) fn post<I: Input, O: Serialize + JsonSchema + 'static>(
    path: &'static str,
    name: &'static str,
    (scope, access): (Scope, Access),
    run: fn(&mut Call<'_, '_>, I) -> Result<O, Trouble>,
) -> Endpoint {
    endpoint(Method::Post, path, name, (Some(scope), access), run)
}

/// A call that makes something new.
pub(crate) fn create<I: Input, O: Serialize + JsonSchema + 'static>(
    path: &'static str,
    name: &'static str,
    opened_by: (Scope, Access),
    run: fn(&mut Call<'_, '_>, I) -> Result<O, Trouble>,
) -> Endpoint {
    Endpoint {
        status: 201,
        ..post(path, name, opened_by, run)
    }
}

/// A call of any kind.
pub(crate) fn endpoint<I: Input, O: Serialize + JsonSchema + 'static>(
    method: Method,
    path: &'static str,
    name: &'static str,
    (scope, access): (Option<Scope>, Access),
    run: fn(&mut Call<'_, '_>, I) -> Result<O, Trouble>,
) -> Endpoint {
    Endpoint {
        method,
        path,
        name,
        access,
        scope,
        status: 200,
        takes: |generator| {
            let mut takes = Takes::default();
            I::describe(&mut takes, generator);
            takes
        },
        answers: |generator| generator.subschema_for::<O>(),
        run: Box::new(move |call, raw| {
            let answer = run(call, I::read(raw)?)?;
            serde_json::to_value(answer).map_err(|error| platform::Fault::internal(error).into())
        }),
    }
}
