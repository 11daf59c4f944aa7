package org.convergence.directory.protection.web;

import java.util.Locale;
import java.util.Map;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.TextPlaces;
import org.convergence.directory.protection.domain.MentionService;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;

/** Describes the places where a protected person may be meant. */
final class MentionPlaceFormatter {

    private static final String HISTORY = "platform.audit_entry";

    /** The page addresses of some tables' rows. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("platform.document", "/platform/document/"),
            Map.entry("platform.document/content", "/platform/document/"),
            Map.entry("directory.people_person", "/directory/people/persons/"),
            Map.entry("directory.people_organisation", "/directory/people/organisations/"),
            Map.entry("directory.exchange", "/directory/exchange/"),
            Map.entry("directory.handover", "/directory/handover/"),
            Map.entry("outreach.assembly_meeting", "/outreach/assembly/meetings/"),
            Map.entry("plan.realisation", "/plan/realisation/"),
            Map.entry("plan.report_filing/facts", "/plan/report/"),
            Map.entry("resources.prospect", "/resources/prospect/"));

    private MentionPlaceFormatter() {}

    /** The address of a row, as far as it has a page, and the words for it. */
    static Option formatRow(String tableAndKey, Words t) {
        String[] row = tableAndKey.split(" ", 2);
        String page = row.length == 2 ? PAGES.get(row[0]) : null;
        return Option.of(
                page == null ? "" : page + row[1].replaceAll("[\\[\\]\" ]", ""), TextPlaces.describe(row[0], t));
    }

    static ProtectedPage.MentionRow format(PersonId person, MentionService.ShownMention it, Words t) {
        String page = PAGES.get(it.place());
        String url = ProtectionUrls.person(person) + "/mentions/" + it.id();
        return new ProtectedPage.MentionRow(
                it.inHistory() && !it.place().equals(HISTORY)
                        ? t.say("protection.place.history-of", TextPlaces.describe(it.place(), t))
                        : TextPlaces.describe(it.place(), t) + (it.file().isEmpty() ? "" : " · " + it.file()),
                page == null ? null : page + it.row(),
                t.say("protection.mention." + it.kind().name().toLowerCase(Locale.ROOT)),
                it.around(),
                t.say(it.contact() ? "protection.mention.remove" : "protection.mention.replace"),
                url + "/replace",
                url + "/leave",
                it.alike() > 1 ? t.say("protection.mention.leave-alike", it.alike()) : "",
                Form.named("m" + it.id()));
    }
}
