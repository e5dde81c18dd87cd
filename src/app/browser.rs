//! The few things asked of the browser itself.

mod attention;
mod room;

pub use attention::{bring_into_view, focus, focus_on, focus_where_it_stands, show_in_its_row};
pub use room::{is_persisted, persist, used_room};

use crate::plan::FiscalYear;
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Element, Event, HtmlAnchorElement, HtmlInputElement, MessageChannel,
    NodeList, RequestCache, RequestInit, Response, Url,
};

/// Today's fiscal year by the device's clock.
pub fn fiscal_year_now() -> FiscalYear {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    FiscalYear(if now.get_month() < 3 { year - 1 } else { year })
}

/// The last fiscal year that is over by the device's clock: the last for which actuals can be had.
pub fn last_closed_year() -> FiscalYear {
    FiscalYear(fiscal_year_now().0 - 1)
}

/// Now, as ISO 8601.
pub fn timestamp() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// Today by the device's calendar, as ISO 8601: `2026-04-01`.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    format!("{year}-{month:02}-{day:02}")
}

/// A short name that nothing else has.
pub fn unheard_of() -> String {
    let number: String = js_sys::Math::random().to_string();
    number.trim_start_matches("0.").chars().take(9).collect()
}

/// Whether the page cannot be seen.
pub fn is_hidden() -> bool {
    document().hidden()
}

/// Whether a field of a form holds something that was typed and not put in.
pub fn is_half_typed() -> bool {
    let fields = elements(document().query_selector_all("main form input, main form textarea"));
    // A text area has the same two under the same names.
    let mut fields = fields
        .into_iter()
        .map(JsCast::unchecked_into::<HtmlInputElement>);
    fields.any(|field| field.value() != field.default_value())
}

/// A time in ISO 8601 as the device's clock shows it: `2026-04-01 18:00`.
pub fn local_time(iso: &str) -> String {
    let time = js_sys::Date::new(&JsValue::from_str(iso));
    let (year, month, day) = (time.get_full_year(), time.get_month() + 1, time.get_date());
    let (hours, minutes) = (time.get_hours(), time.get_minutes());
    format!("{year}-{month:02}-{day:02} {hours}:{minutes:02}")
}

/// The address's hash, `#` included.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to another address inside the app; the router hears of it.
pub fn go(hash: &str) {
    let _ = window().location().set_hash(hash);
}

/// Writes the address without a step in the history and without the router hearing of it.
pub fn replace_hash(hash: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Asks for a file beside the app, or whether the copy that the browser holds is still good. It is on its way from then
/// on, whenever it is waited for.
pub fn fetch(path: &str) -> JsFuture {
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    JsFuture::from(window().fetch_with_str_and_init(path, &options))
}

/// What a file holds that was asked for; none when it cannot be had.
pub async fn bytes_of(answer: JsFuture) -> Option<Vec<u8>> {
    let response: Response = answer.await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The folder of the page on its host, `/town/`.
pub fn folder() -> String {
    let path = window().location().pathname().unwrap_or_default();
    let end = path.rfind('/').map_or(0, |at| at + 1);
    path.get(..end).unwrap_or_default().to_owned()
}

/// The plan that is published as the app's first screen, by its path beside the app; none where there is none.
pub fn home() -> Option<String> {
    let link = document()
        .query_selector("link[rel='monosashi-plan']")
        .ok()??;
    let path = link.get_attribute("href")?;
    Some(path.trim_start_matches("./").to_owned())
}

/// Whether a path names a file of this app's own origin.
pub fn is_same_origin(path: &str) -> bool {
    let location = window().location();
    let own = location.href().ok().and_then(|href| Url::new(&href).ok());
    let other = location
        .href()
        .ok()
        .and_then(|href| Url::new_with_base(path, &href).ok());
    own.zip(other).is_some_and(|(own, other)| {
        own.protocol() == other.protocol() && own.host() == other.host()
    })
}

/// Hands a text to the person as a file.
pub fn download_text(name: &str, kind: &str, text: &str) -> bool {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&parts, &options)
        .ok()
        .is_some_and(|blob| download_blob(name, &blob))
}

/// Hands a blob to the person as a file.
pub fn download_blob(name: &str, blob: &Blob) -> bool {
    let Ok(url) = Url::create_object_url_with_blob(blob) else {
        return false;
    };
    let link = document()
        .create_element("a")
        .ok()
        .and_then(|element| element.dyn_into().ok());
    let Some(link): Option<HtmlAnchorElement> = link else {
        return false;
    };
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has taken hold of the blob by the time the next task runs.
    later(move || {
        let _ = Url::revoke_object_url(&url);
    });
    true
}

/// Runs something in a task of its own, soon.
pub fn later(action: impl FnOnce() + 'static) {
    let Ok(channel) = MessageChannel::new() else {
        return action();
    };
    let port = channel.port1();
    let closing = port.clone();
    let run = Closure::once_into_js(move || {
        closing.close();
        action();
    });
    port.set_onmessage(Some(run.unchecked_ref()));
    let _ = channel.port2().post_message(&JsValue::NULL);
}

/// Waits until the browser has had time for other tasks.
pub async fn other_tasks() {
    let promise = js_sys::Promise::new(&mut |resolve: js_sys::Function, _| {
        later(move || {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        });
    });
    // It is never rejected.
    let _ = JsFuture::from(promise).await;
}

/// Runs something after the frame that shows what the page holds now was rendered.
pub fn after_frame(action: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(move || later(action));
}

/// Leaves a mark that measurements look for.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}

/// Tells the page's own scripts something, by an event of that name.
pub fn tell_page(name: &str) {
    if let Ok(event) = Event::new(name) {
        let _ = window().dispatch_event(&event);
    }
}

/// Whether the page's root has an attribute.
pub fn root_has(attribute: &str) -> bool {
    document()
        .document_element()
        .is_some_and(|root| root.has_attribute(attribute))
}

/// The width of the first column of the elements a selector finds, in CSS pixels; where they differ, the least, so that
/// nothing drawn for it is made smaller.
pub fn column_width(selector: &str) -> Option<u32> {
    let all = elements(document().query_selector_all(selector));
    all.iter().filter_map(column_width_of).min()
}

fn column_width_of(element: &Element) -> Option<u32> {
    let style = window().get_computed_style(element).ok()??;
    let columns = style
        .get_property_value("grid-template-columns")
        .unwrap_or_default();
    let first = columns
        .split("px")
        .next()
        .and_then(|width| width.trim().parse::<f64>().ok());
    let width = first.unwrap_or_else(|| f64::from(element.client_width()));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a width on a screen
    (width >= 1.0).then_some(width as u32)
}

/// What a field holds, by an event of its form or of a field in it, and a selector.
pub fn field_of(event: &Event, selector: &str) -> String {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let form = target.and_then(|target| target.closest("form").ok().flatten());
    let field = form.and_then(|form| form.query_selector(selector).ok().flatten());
    // Fields of every kind have their value under the same name.
    field
        .map(|field| field.unchecked_into::<HtmlInputElement>().value())
        .unwrap_or_default()
}

/// The values of all boxes that are ticked in the nearest element around an event that a selector finds.
pub fn ticked_beside(event: &Event, around: &str) -> Vec<String> {
    let place = target(event).and_then(|it| it.closest(around).ok().flatten());
    let boxes = place.map_or_else(Vec::new, |place| {
        elements(place.query_selector_all("input:checked"))
    });
    let boxes = boxes.into_iter().map(JsCast::unchecked_into);
    boxes.map(|field: HtmlInputElement| field.value()).collect()
}

/// The place of the element around an event among all that a selector finds; 0 when it is none of them.
pub fn place_among(event: &Event, selector: &str) -> usize {
    let found = target(event).and_then(|it| it.closest(selector).ok().flatten());
    let all = elements(document().query_selector_all(selector));
    let place = found.and_then(|found| all.iter().position(|element| *element == found));
    place.unwrap_or_default()
}

/// Puts the keyboard's focus on the element at a place among those a selector finds, or on the last of them; `false` when
/// there is none.
pub fn focus_nth(selector: &str, place: usize) -> bool {
    let all = elements(document().query_selector_all(selector));
    let element = all.get(place).or(all.last());
    element.inspect(|it| focus_on(it)).is_some()
}

/// Puts markup in the place of what the first element holds that a selector finds.
pub fn show_in(selector: &str, markup: &str) {
    if let Ok(Some(place)) = document().query_selector(selector)
        && place.inner_html() != markup
    {
        place.set_inner_html(markup);
    }
}

/// The id of the element an event came from.
pub fn id_of(event: &Event) -> String {
    let target = target(event);
    target.map(|it| it.id()).unwrap_or_default()
}

/// What a field holds that a selector finds on the page.
pub fn value_of(selector: &str) -> String {
    let field = document().query_selector(selector).ok().flatten();
    field
        .map(|field| field.unchecked_into::<HtmlInputElement>().value())
        .unwrap_or_default()
}

/// The values of the checked boxes among those a selector finds.
pub fn checked(selector: &str) -> Vec<String> {
    let boxes = boxes(selector).into_iter();
    let checked = boxes.filter(HtmlInputElement::checked);
    checked.map(|field| field.value()).collect()
}

/// Checks the boxes a selector finds, or takes their checks away.
pub fn check(selector: &str, checked: bool) {
    for field in boxes(selector) {
        field.set_checked(checked);
    }
}

fn boxes(selector: &str) -> Vec<HtmlInputElement> {
    let all = elements(document().query_selector_all(selector)).into_iter();
    all.filter_map(|element| element.dyn_into().ok()).collect()
}

/// The elements that a selector found; none where it cannot be one.
fn elements(found: Result<NodeList, JsValue>) -> Vec<Element> {
    let Ok(found) = found else {
        return Vec::new();
    };
    let all = (0..found.length()).filter_map(|place| found.item(place));
    all.filter_map(|node| node.dyn_into().ok()).collect()
}

/// The element that an event came from.
fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The name of the button that was pressed, and the id of the nearest element around it that a selector finds.
pub fn pressed_in(event: &Event, around: &str) -> Option<(String, String)> {
    let target = target(event)?;
    let button = target.closest("button[name]").ok()??;
    let place = button.closest(around).ok()??;
    Some((button.get_attribute("name")?, place.id()))
}

/// The field in which something was chosen, and the nearest element around it that a selector finds.
pub fn chosen_in(event: &Event, around: &str) -> Option<(HtmlInputElement, Element)> {
    let field = target(event)?;
    let place = field.closest(around).ok()??;
    // Fields of every kind have their value under the same name.
    Some((field.unchecked_into(), place))
}

/// Sets or (with an empty value) takes away an attribute of the page's root, which style sheets look at.
pub fn set_root(attribute: &str, value: &str) {
    let Some(root) = document().document_element() else {
        return;
    };
    let _ = if value.is_empty() {
        root.remove_attribute(attribute)
    } else {
        root.set_attribute(attribute, value)
    };
}
