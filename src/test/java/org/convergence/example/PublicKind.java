package org.convergence.example;

import java.util.List;
import java.util.stream.Stream;
import org.convergence.outreach.newsletter.domain.NewsletterPicture;

/**
 * A kind of public thing of the example.
 *
 * @param write an UPDATE of one record with {@code :words}, which returns what stands for {@code #} in the addresses
 */
record PublicKind(String name, String write, List<String> urls) {

    /** The link by which the test opens a relay kit. */
    static final String RELAY_LINK = "relay-link-of-this-test";

    /** The link by which the test opens a project. */
    private static final String PROJECT_LINK = "project-link-of-this-test";

    @Override
    public String toString() {
        return name;
    }

    static Stream<PublicKind> kinds() {
        return Stream.of(
                kind(
                        "event",
                        "UPDATE outreach.event SET about = :words WHERE id = (SELECT id FROM outreach.event WHERE announced_at IS NOT NULL"
                                + " AND state <> 'DRAFT' ORDER BY announced_at DESC LIMIT 1) RETURNING id::text",
                        "/public/event/#",
                        "/public/feeds/event.json"),
                kind(
                        "gathering",
                        "UPDATE outreach.congress_gathering SET title = :words, shown = true, published_at = now(), expected = false, cancelled_on = NULL,"
                                + " begins_on = current_date, ends_on = current_date + 30 WHERE id = (SELECT id FROM outreach.congress_gathering"
                                + " WHERE begins_on <= current_date + 30 ORDER BY id LIMIT 1) RETURNING id::text",
                        "/public/website/calendar",
                        "/public/embed/calendar",
                        "/public/feeds/congress.atom",
                        "/public/feeds/congress.ics"),
                kind(
                        "position",
                        "UPDATE advocacy.position SET title = :words, url = 'https://exemple.org/p' WHERE id = (SELECT id FROM advocacy.position"
                                + " WHERE published_on IS NOT NULL ORDER BY published_on DESC LIMIT 1) RETURNING id::text",
                        "/public/feeds/position.json"),
                kind(
                        "release",
                        "UPDATE outreach.media_release SET body_fr = :words WHERE id = (SELECT id FROM outreach.media_release"
                                + " WHERE issued_at IS NOT NULL AND (embargo_until IS NULL OR embargo_until < now()) LIMIT 1) RETURNING id::text",
                        "/public/press/#?in=fr",
                        "/public/feeds/press.json"),
                kind(
                        "appeal",
                        "UPDATE resources.appeal SET french_text = :words WHERE id = (SELECT id FROM resources.appeal"
                                + " WHERE opens_on <= current_date AND (closes_on IS NULL OR closes_on >= current_date) LIMIT 1) RETURNING code",
                        "/public/appeal/#?in=fr",
                        "/public/feeds/appeal.json"),
                kind(
                        "issue",
                        "UPDATE outreach.newsletter_edition SET subject = :words WHERE id = (SELECT id FROM outreach.newsletter_public_edition"
                                + " WHERE language = 'fr' ORDER BY sent_at DESC LIMIT 1)"
                                + " RETURNING (SELECT number::text FROM outreach.newsletter n WHERE n.id = newsletter)",
                        "/public/website/archive",
                        "/public/website/archive/#?in=fr",
                        "/public/feeds/newsletter.atom"),
                kind(
                        "picture of an issue",
                        "WITH one AS (SELECT p.id FROM outreach.newsletter_picture p JOIN outreach.newsletter_block b ON b.id = p.block"
                                + " JOIN outreach.newsletter n ON n.id = b.newsletter WHERE n.state <> 'DRAFT'"
                                + " AND (p.consent_until IS NULL OR p.consent_until >= current_date) ORDER BY p.id LIMIT 1)"
                                + " UPDATE outreach.newsletter_picture SET credit = left(:words, 200) WHERE id = (SELECT id FROM one)"
                                + " RETURNING id::text",
                        NewsletterPicture.PATH + "#"),
                kind(
                        "what we do",
                        "UPDATE outreach.website_settings SET about_fr = :words RETURNING id::text",
                        "/public/website?in=fr"),
                kind(
                        "tool",
                        "UPDATE education.tool SET description = :words WHERE id = (SELECT t.id FROM education.tool t JOIN education.tool_edition e"
                                + " ON e.tool = t.id WHERE t.made_by IS NULL AND e.address IS NOT NULL AND e.published_on <= current_date"
                                + " AND NOT EXISTS (SELECT FROM education.tool_consent) OR t.made_by IS NULL AND e.address IS NOT NULL LIMIT 1)"
                                + " RETURNING id::text",
                        "/public/tools"),
                kind(
                        "workshop",
                        "UPDATE education.workshop SET outline = :words WHERE id = (SELECT id FROM education.workshop"
                                + " WHERE published AND retired_on IS NULL LIMIT 1) RETURNING id::text",
                        "/public/workshops"),
                kind(
                        "evaluation",
                        "UPDATE education.workshop SET title = :words WHERE id = (SELECT workshop FROM education.workshop_session"
                                + " WHERE state IN ('PLANNED', 'HELD') AND closed_on IS NULL LIMIT 1)"
                                + " RETURNING (SELECT s.id::text FROM education.workshop_session s WHERE s.workshop = education.workshop.id"
                                + " AND s.state IN ('PLANNED', 'HELD') AND s.closed_on IS NULL LIMIT 1)",
                        "/public/evaluation/#"),
                kind(
                        "internship call",
                        "UPDATE education.internship_call SET text_fr = :words WHERE id = (SELECT id FROM education.internship_call"
                                + " WHERE state <> 'DRAFT' LIMIT 1) RETURNING id::text",
                        "/education/internship/apply/#?in=fr"),
                kind(
                        "volunteer task",
                        "UPDATE plan.volunteering_task SET detail = :words WHERE id = (SELECT id FROM plan.volunteering_task LIMIT 1)"
                                + " RETURNING id::text",
                        "/public/volunteering/#"),
                kind(
                        "exhibition",
                        "UPDATE outreach.exhibition SET title = :words WHERE id = (SELECT id FROM outreach.exhibition"
                                + " WHERE online_since IS NOT NULL LIMIT 1) RETURNING id::text",
                        "/public/exhibition/#",
                        "/public/exhibition/#/panels"),
                kind(
                        "photograph",
                        "UPDATE outreach.exhibition_picture_text SET caption = :words WHERE picture = (SELECT p.id FROM outreach.exhibition_picture p"
                                + " JOIN outreach.exhibition e ON e.id = p.exhibition WHERE e.online_since IS NOT NULL AND p.withdrawn_on IS NULL"
                                + " AND p.document IS NOT NULL AND p.consent_scope <> 'PANELS'"
                                + " AND (p.consent_until IS NULL OR p.consent_until > current_date + 30) ORDER BY p.number LIMIT 1)"
                                + " RETURNING (SELECT p.exhibition || '/' || p.number FROM outreach.exhibition_picture p WHERE p.id = picture)",
                        "/public/exhibition/#?in=fr"),
                kind(
                        "relay kit",
                        "WITH one AS (SELECT r.id, r.kit FROM outreach.relay r ORDER BY r.id LIMIT 1),"
                                + " link AS (UPDATE outreach.relay_text SET body = :words WHERE kit IN (SELECT kit FROM one))"
                                + " UPDATE outreach.relay_kit SET body = :words, source = NULL WHERE id IN (SELECT kit FROM one)"
                                + " RETURNING (SELECT id::text FROM one)",
                        "/outreach/relay/link/" + RELAY_LINK),
                kind(
                        "project by link",
                        "WITH one AS (SELECT id, project FROM cooperation.project_partner WHERE project IN"
                                + " (SELECT id FROM cooperation.project WHERE role = 'CO_LEAD') ORDER BY id LIMIT 1),"
                                + " link AS (INSERT INTO cooperation.project_link (id, partnership, token, made_by, made_at, until)"
                                + " SELECT gen_random_uuid(), id, sha256('" + PROJECT_LINK
                                + "'), id, now(), current_date + 30 FROM one)"
                                + " INSERT INTO cooperation.project_decision (id, project, decided_on, decision)"
                                + " SELECT gen_random_uuid(), project, current_date, :words FROM one RETURNING project::text",
                        "/cooperation/project/link/" + PROJECT_LINK));
    }

    private static PublicKind kind(String name, String write, String... urls) {
        return new PublicKind(name, write, List.of(urls));
    }
}
