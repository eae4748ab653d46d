use identity::resource::ListObject;
use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::Access;

pub(super) type SchemaOf = fn(&mut SchemaGenerator) -> Schema;

/// Where the parameters of an operation stand.
#[derive(Clone, Copy)]
pub enum Sends {
    Nothing,
    Query(SchemaOf),
    /// A query that also takes the paging parameters.
    List(SchemaOf),
    Form(SchemaOf),
    /// `multipart/form-data` with a part named `file`.
    Upload(SchemaOf),
}

#[derive(Clone, Copy)]
pub(super) enum Answers {
    Json(SchemaOf),
    /// A page of a list.
    List(SchemaOf),
    /// Anything but JSON.
    Contents(&'static str),
}

/// How a request passes the boundary: what it counts as, and how its body is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Way {
    /// Its body is read whole before it takes a place.
    #[default]
    Request,
    /// A file, read piece by piece by who knows whose it is.
    Upload,
    /// A form of the page that may carry a file.
    PageForm,
    /// A file of the page, shared by all who ask for it.
    Asset,
    /// Contents that are opened for one who asks.
    Download,
    /// An answer that goes on while something changes.
    Stream,
    /// Never refused: what those ask who watch over the server.
    Watch,
}

/// What one endpoint is called, takes and answers.
#[derive(Clone, Copy)]
pub struct Operation {
    pub(super) id: &'static str,
    pub(super) way: Way,
    pub(super) summary: &'static str,
    pub(super) callers: &'static [&'static str],
    pub(super) sends: Sends,
    pub(super) expands: bool,
    pub(super) answers: Answers,
    /// Whether refusals are plain text, not Stripe's envelope.
    pub(super) refuses_plainly: bool,
}

impl Operation {
    fn new(id: &'static str, summary: &'static str, sends: Sends) -> Self {
        Self {
            id,
            way: Way::Request,
            summary,
            callers: &[],
            sends,
            expands: false,
            answers: Answers::Contents("text/plain"),
            refuses_plainly: false,
        }
    }

    /// Anybody may ask, without parameters.
    pub fn open(id: &'static str, summary: &'static str) -> Self {
        Self::new(id, summary, Sends::Nothing)
    }

    /// Reads, and takes parameters in the query.
    pub(crate) fn query<A: Access>(id: &'static str, summary: &'static str, sends: Sends) -> Self {
        Self::new(id, summary, sends).of_callers::<A>()
    }

    /// Takes a form.
    pub(crate) fn form<P: JsonSchema, A: Access>(id: &'static str, summary: &'static str) -> Self {
        Self::new(id, summary, Sends::Form(P::json_schema)).of_callers::<A>()
    }

    /// Takes a file.
    pub(crate) fn upload<P: JsonSchema, A: Access>(
        id: &'static str,
        summary: &'static str,
    ) -> Self {
        let upload = Self::new(id, summary, Sends::Upload(P::json_schema));
        upload.of_callers::<A>().on(Way::Upload)
    }

    fn on(mut self, way: Way) -> Self {
        self.way = way;
        self
    }

    /// Takes a form of the page, which may carry a file.
    #[must_use]
    pub fn takes_page_form(self) -> Self {
        self.on(Way::PageForm)
    }

    /// Answers what is in memory once for all who ask.
    #[must_use]
    pub fn answers_shared(self) -> Self {
        self.on(Way::Asset)
    }

    /// Answers contents that are opened for one who asks.
    #[must_use]
    pub fn downloads(self) -> Self {
        self.on(Way::Download)
    }

    /// Goes on answering while something changes.
    #[must_use]
    pub fn goes_on(self) -> Self {
        self.on(Way::Stream)
    }

    /// Is answered however much there is to do.
    #[must_use]
    pub fn watches(self) -> Self {
        self.on(Way::Watch)
    }

    fn of_callers<A: Access>(mut self) -> Self {
        self.callers = A::CALLERS;
        self.expands = true;
        self
    }

    /// Says whether it takes `expand`.
    pub(crate) fn expanding(mut self, expands: bool) -> Self {
        self.expands = expands;
        self
    }

    /// Answers an object of this type.
    pub(crate) fn answers<T: JsonSchema>(mut self) -> Self {
        self.answers = Answers::Json(SchemaGenerator::subschema_for::<T>);
        self
    }

    /// Answers a page of objects of this type.
    pub(crate) fn answers_list<T: JsonSchema>(mut self) -> Self {
        self.answers = Answers::List(ListObject::<T>::json_schema);
        self
    }

    /// Answers contents of a media type.
    #[must_use]
    pub fn answers_contents(mut self, media_type: &'static str) -> Self {
        self.answers = Answers::Contents(media_type);
        self
    }

    /// Refuses in plain text.
    #[must_use]
    pub fn refuses_plainly(mut self) -> Self {
        self.refuses_plainly = true;
        self
    }
}
