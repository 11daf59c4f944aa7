package org.convergence.directory.protection.web;

import java.util.Locale;
import java.util.Map;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.domain.MentionService;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;

/** Describes the places where a protected person may be meant. */
final class MentionPlaceFormatter {

    private static final String HISTORY = "platform.audit_entry";

    /** The page addresses of some tables' rows. */
    private static final Map<String, String> PAGES = Map.of(
            "platform.document", "/platform/document/",
            "platform.document/content", "/platform/document/",
            "directory.people_person", "/directory/people/persons/",
            "directory.people_organisation", "/directory/people/organisations/",
            "directory.exchange", "/directory/exchange/",
            "directory.handover", "/directory/handover/",
            "outreach.assembly_meeting", "/outreach/assembly/meetings/",
            "plan.realisation", "/plan/realisation/",
            "plan.report_filing/facts", "/plan/report/",
            "resources.prospect", "/resources/prospect/");

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("platform.document", "protection.place.file-name"),
            Map.entry("platform.document/content", "protection.place.file"),
            Map.entry(HISTORY, "protection.place.history"),
            Map.entry("platform.mail_message", "protection.place.letter"),
            Map.entry("directory.people_person", "protection.place.person"),
            Map.entry("directory.people_organisation", "protection.place.organisation"),
            Map.entry("outreach.assembly_item", "protection.place.minutes"),
            Map.entry("outreach.assembly_resolution", "protection.place.resolution"),
            Map.entry("plan.report_filing/facts", "protection.place.report"));

    /** The words for all tables of an area that have none of their own. */
    private static final Map<String, String> AREAS = Map.ofEntries(
            Map.entry("advocacy.campaign", "protection.place.campaign"),
            Map.entry("advocacy.coalition", "protection.place.coalition"),
            Map.entry("advocacy.dialogue", "protection.place.dialogue"),
            Map.entry("advocacy.treaty", "protection.place.treaty"),
            Map.entry("advocacy.position", "protection.place.position"),
            Map.entry("advocacy.urgentaction", "protection.place.urgentaction"),
            Map.entry("cooperation.fieldwork", "protection.place.partner"),
            Map.entry("cooperation.narrative", "protection.place.narrative"),
            Map.entry("cooperation.partner", "protection.place.partner"),
            Map.entry("cooperation.project", "protection.place.project"),
            Map.entry("cooperation.watch", "protection.place.watch"),
            Map.entry("directory.people", "protection.place.directory"),
            Map.entry("directory.consent", "protection.place.consents"),
            Map.entry("directory.exchange", "protection.place.exchange"),
            Map.entry("directory.handover", "protection.place.handover"),
            Map.entry("directory.secondlook", "protection.place.secondlook"),
            Map.entry("directory.segment", "protection.place.segment"),
            Map.entry("directory.theme", "protection.place.theme"),
            Map.entry("education.internship", "protection.place.internship"),
            Map.entry("education.tool", "protection.place.tool"),
            Map.entry("education.workshop", "protection.place.workshop"),
            Map.entry("outreach.assembly", "protection.place.meeting"),
            Map.entry("plan.observance", "protection.place.observance"),
            Map.entry("plan.volunteering", "protection.place.volunteering"),
            Map.entry("outreach.congress", "protection.place.congress"),
            Map.entry("outreach.event", "protection.place.event"),
            Map.entry("outreach.exhibition", "protection.place.exhibition"),
            Map.entry("outreach.media", "protection.place.media"),
            Map.entry("outreach.newsletter", "protection.place.newsletter"),
            Map.entry("outreach.relay", "protection.place.newsletter"),
            Map.entry("outreach.vote", "protection.place.meeting"),
            Map.entry("outreach.website", "protection.place.website"),
            Map.entry("plan.actionplan", "protection.place.plan"),
            Map.entry("plan.calendar", "protection.place.calendar"),
            Map.entry("plan.checklist", "protection.place.checklist"),
            Map.entry("plan.mailbox", "protection.place.mailbox"),
            Map.entry("plan.realisation", "protection.place.realisation"),
            Map.entry("plan.report", "protection.place.report-draft"),
            Map.entry("plan.time", "protection.place.time"),
            Map.entry("platform.imports", "protection.place.list"),
            Map.entry("resources.declaration", "protection.place.headcount"),
            Map.entry("resources.dues", "protection.place.dues"),
            Map.entry("resources.fund", "protection.place.money"),
            Map.entry("resources.match", "protection.place.money"),
            Map.entry("resources.gift", "protection.place.money"),
            Map.entry("resources.appeal", "protection.place.money"),
            Map.entry("resources.grant", "protection.place.grant"),
            Map.entry("resources.ledger", "protection.place.money"),
            Map.entry("resources.spending", "protection.place.money"),
            Map.entry("resources.membership", "protection.place.membership"),
            Map.entry("resources.prospect", "protection.place.prospect"),
            Map.entry("resources.subsidy", "protection.place.subsidy"),
            Map.entry("safety.assessment", "protection.place.assessment"),
            Map.entry("safety.incident", "protection.place.incident"),
            Map.entry("safety.mission", "protection.place.mission"),
            Map.entry("safety.risk", "protection.place.risk"));

    private MentionPlaceFormatter() {}

    /** The words for a table or a kind of files. */
    static String describe(String place, Words t) {
        String area = place.replaceFirst("[_/].*", "");
        return t.say(KEYS.getOrDefault(place, AREAS.getOrDefault(area, "protection.place.other")));
    }

    /** The address of a row, as far as it has a page, and the words for it. */
    static Option formatRow(String tableAndKey, Words t) {
        String[] row = tableAndKey.split(" ", 2);
        String page = row.length == 2 ? PAGES.get(row[0]) : null;
        return Option.of(page == null ? "" : page + row[1].replaceAll("[\\[\\]\" ]", ""), describe(row[0], t));
    }

    static ProtectedPage.MentionRow format(PersonId person, MentionService.ShownMention it, Words t) {
        String page = PAGES.get(it.place());
        String url = ProtectionUrls.person(person) + "/mentions/" + it.id();
        return new ProtectedPage.MentionRow(
                it.inHistory() && !it.place().equals(HISTORY)
                        ? t.say("protection.place.history-of", describe(it.place(), t))
                        : describe(it.place(), t),
                page == null ? null : page + it.row(),
                t.say("protection.mention." + it.kind().name().toLowerCase(Locale.ROOT)),
                it.around(),
                url + "/replace",
                url + "/leave",
                Form.named("m" + it.id()));
    }
}
