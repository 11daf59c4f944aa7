package org.convergence.directory.people;

import java.util.Map;
import org.convergence.platform.text.Words;

/** The words for the places whose texts may name a person. */
public final class TextPlaces {

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("platform.document", "people.named-in.file-name"),
            Map.entry("platform.document/content", "people.named-in.file"),
            Map.entry("platform.audit_entry", "people.named-in.history"),
            Map.entry("platform.mail_message", "people.named-in.letter"),
            Map.entry("directory.people_person", "people.named-in.person"),
            Map.entry("directory.people_organisation", "people.named-in.organisation"),
            Map.entry("outreach.assembly_item", "people.named-in.minutes"),
            Map.entry("outreach.assembly_resolution", "people.named-in.resolution"),
            Map.entry("plan.report_filing/facts", "people.named-in.report"),
            Map.entry("platform.idempotency_answer", "people.named-in.answer"));

    /** The words for all tables of an area that have none of their own. */
    private static final Map<String, String> AREAS = Map.ofEntries(
            Map.entry("advocacy.campaign", "people.named-in.campaign"),
            Map.entry("advocacy.coalition", "people.named-in.coalition"),
            Map.entry("advocacy.dialogue", "people.named-in.dialogue"),
            Map.entry("advocacy.treaty", "people.named-in.treaty"),
            Map.entry("advocacy.position", "people.named-in.position"),
            Map.entry("advocacy.urgentaction", "people.named-in.urgentaction"),
            Map.entry("cooperation.fieldwork", "people.named-in.partner"),
            Map.entry("cooperation.narrative", "people.named-in.narrative"),
            Map.entry("cooperation.partner", "people.named-in.partner"),
            Map.entry("cooperation.project", "people.named-in.project"),
            Map.entry("cooperation.watch", "people.named-in.watch"),
            Map.entry("directory.people", "people.named-in.directory"),
            Map.entry("directory.consent", "people.named-in.consents"),
            Map.entry("directory.exchange", "people.named-in.exchange"),
            Map.entry("directory.handover", "people.named-in.handover"),
            Map.entry("directory.secondlook", "people.named-in.secondlook"),
            Map.entry("directory.segment", "people.named-in.segment"),
            Map.entry("directory.theme", "people.named-in.theme"),
            Map.entry("education.internship", "people.named-in.internship"),
            Map.entry("education.tool", "people.named-in.tool"),
            Map.entry("education.workshop", "people.named-in.workshop"),
            Map.entry("outreach.anniversary", "people.named-in.anniversary"),
            Map.entry("outreach.assembly", "people.named-in.meeting"),
            Map.entry("plan.observance", "people.named-in.observance"),
            Map.entry("plan.volunteering", "people.named-in.volunteering"),
            Map.entry("outreach.congress", "people.named-in.congress"),
            Map.entry("outreach.event", "people.named-in.event"),
            Map.entry("outreach.exhibition", "people.named-in.exhibition"),
            Map.entry("outreach.media", "people.named-in.media"),
            Map.entry("outreach.newsletter", "people.named-in.newsletter"),
            Map.entry("outreach.relay", "people.named-in.newsletter"),
            Map.entry("outreach.vote", "people.named-in.meeting"),
            Map.entry("outreach.website", "people.named-in.website"),
            Map.entry("plan.actionplan", "people.named-in.plan"),
            Map.entry("plan.calendar", "people.named-in.calendar"),
            Map.entry("plan.checklist", "people.named-in.checklist"),
            Map.entry("plan.mailbox", "people.named-in.mailbox"),
            Map.entry("plan.realisation", "people.named-in.realisation"),
            Map.entry("plan.report", "people.named-in.report-draft"),
            Map.entry("plan.time", "people.named-in.time"),
            Map.entry("platform.imports", "people.named-in.list"),
            Map.entry("resources.declaration", "people.named-in.headcount"),
            Map.entry("resources.dues", "people.named-in.dues"),
            Map.entry("resources.fund", "people.named-in.money"),
            Map.entry("resources.match", "people.named-in.money"),
            Map.entry("resources.gift", "people.named-in.money"),
            Map.entry("resources.appeal", "people.named-in.money"),
            Map.entry("resources.grant", "people.named-in.grant"),
            Map.entry("resources.ledger", "people.named-in.money"),
            Map.entry("resources.spending", "people.named-in.money"),
            Map.entry("resources.membership", "people.named-in.membership"),
            Map.entry("resources.prospect", "people.named-in.prospect"),
            Map.entry("resources.subsidy", "people.named-in.subsidy"),
            Map.entry("safety.assessment", "people.named-in.assessment"),
            Map.entry("safety.guide", "people.named-in.guide"),
            Map.entry("safety.incident", "people.named-in.incident"),
            Map.entry("safety.mission", "people.named-in.mission"),
            Map.entry("safety.risk", "people.named-in.risk"));

    private TextPlaces() {}

    /** The words for a table or a kind of files. */
    public static String describe(String place, Words t) {
        String area = place.replaceFirst("[_/].*", "");
        return t.say(KEYS.getOrDefault(place, AREAS.getOrDefault(area, "people.named-in.other")));
    }
}
