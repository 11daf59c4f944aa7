package org.convergence.cooperation.narrative.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.convergence.cooperation.narrative.domain.NarrativeFact.InsertedFact;
import org.convergence.cooperation.narrative.web.NarrativePage.SourcedText;

/** Formats texts of reports with the marks of their sources. */
final class NarrativeFormatter {

    private NarrativeFormatter() {}

    /** The pieces of a text: our words, and the inserted facts that stand in it word for word. */
    static List<SourcedText> pieces(String text, List<InsertedFact> inserted) {
        String body = text.replace("\r\n", "\n");
        List<InsertedFact> ordered = inserted.stream()
                .sorted(Comparator.comparingInt(
                        each -> body.indexOf(each.insertion().body())))
                .toList();
        List<SourcedText> pieces = new ArrayList<>();
        int from = 0;
        for (InsertedFact each : ordered) {
            int at = body.indexOf(each.insertion().body(), from);
            if (at >= 0) {
                add(pieces, body.substring(from, at));
                from = at + each.insertion().body().length();
                pieces.add(new SourcedText(
                        body.substring(at, from),
                        each.insertion().label(),
                        each.today() == null ? "" : each.today().url()));
            }
        }
        add(pieces, body.substring(from));
        return pieces;
    }

    private static void add(List<SourcedText> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new SourcedText(text, null, ""));
        }
    }
}
