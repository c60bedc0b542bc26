//! What pages of Korean news call by names that tell what it is.

use dom_query::{Document as Page, NodeRef};

/// Goes together with nothing an article has.
const APART: &str = "nav, form, dialog, ins.adsbygoogle, [class*='comment'], [id*='comment'], [class*='reply'], \
     [id*='reply'], [class*='relat'], [id*='relat'], [class*='recommend'], [class*='ranking'], [class*='popular'], \
     [class*='most_view'], [class*='hot_news'], [class*='hotnews'], [class*='aside'], [role='navigation'], \
     [role='complementary']";
/// Stands in articles too, by one sentence at most.
const BESIDE: &str = "figcaption, [class*='caption'], [class*='img_desc'], [class*='imgdesc'], [class*='photo_desc'], \
     [class*='img_txt'], [class*='share'], [id*='share'], [class*='sns'], [id*='sns'], [class*='copyright'], \
     [id*='copyright'], [class*='reporter'], [class*='journalist'], [class*='byline'], [class*='writer'], \
     [class*='subscri'], [class*='banner'], [id*='banner'], [class*='advert'], [class^='ad_'], [class^='ad-'], \
     [id^='ad_'], [id^='ad-'], .ad, .ads, [class*='breadcrumb'], [class*='font_size'], [class*='fontsize'], \
     [class*='util'], [class*='tag_list'], [class*='keyword'], [class*='newsletter'], [class*='donate'], \
     [class*='blind'], [class*='sr-only']";
/// The whole page, and what is the article by its name.
const NEVER: [&str; 4] = ["html", "body", "main", "article"];

/// Takes it out of the page. An element that holds much of the page's text is never taken for its name alone: pages are
/// called `sns_view` as well.
pub(super) fn remove(page: &Page) {
    let Some(body) = page.body() else { return };
    let whole = sentences(&body);
    for (selector, most) in [(APART, whole / 2), (BESIDE, 1)] {
        for node in page.select(selector).nodes() {
            let name = node.node_name().unwrap_or_default();
            let kept = NEVER.contains(&&*name) || node.attr("itemprop").is_some_and(|of| &*of == "articleBody");
            if !kept && sentences(node) <= most && node.parent().is_some() {
                node.remove_from_parent();
            }
        }
    }
}

/// About how many sentences stand under a node.
fn sentences(node: &NodeRef<'_>) -> usize {
    let text = node.text();
    text.matches("다.").count() + text.matches("요.").count()
}
