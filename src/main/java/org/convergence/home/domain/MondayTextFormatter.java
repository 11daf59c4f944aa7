package org.convergence.home.domain;

import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.shell.DeadlineSource.Deadline;
import org.convergence.platform.shell.HomeCard.Card;
import org.convergence.platform.shell.HomeCard.CardRow;
import org.convergence.platform.text.Words;

/** Formats the home page as plain text: rows with their addresses, without names of people. */
record MondayTextFormatter(String baseUrl, Words t) {

    String format(Today today) {
        List<String> blocks = new ArrayList<>();
        blocks.add(t.capital(t.dayAndDate(today.day())));
        today.first().forEach(card -> first(card, blocks));
        today.lists().forEach(list -> {
            String heading = t.say("home.part." + list.part().name());
            String more = list.more() == 0 ? "" : "\n" + t.say("home.more", list.more()) + ".";
            blocks.add(heading + rows(list.rows()) + more);
        });
        if (today.isCalm()) {
            blocks.add(t.say("home.calm") + ".");
        }
        Deadline next = today.next();
        if (next != null) {
            blocks.add(t.say("home.monday.next", next.what(), t.date(next.day())));
        }
        blocks.add(t.say("home.monday.open") + "\n" + baseUrl + "/");
        return String.join("\n\n", blocks);
    }

    private void first(Card card, List<String> blocks) {
        String sentence = card.sentence();
        if (sentence != null) {
            blocks.add(sentence.replace("**", ""));
        }
        if (!card.rows().isEmpty()) {
            blocks.add(card.title() + rows(card.rows()));
        }
    }

    private String rows(List<CardRow> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append("\n– ")
                .append(t.say("home.monday.line", row.when(), row.what()))
                .append("\n  ")
                .append(baseUrl)
                .append(row.url()));
        return text.toString();
    }
}
