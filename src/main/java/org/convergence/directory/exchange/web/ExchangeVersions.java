package org.convergence.directory.exchange.web;

import java.util.List;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.domain.ExchangeReading;
import org.convergence.directory.exchange.domain.ExchangeReading.Whole;
import org.convergence.directory.people.Chooser;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Brings together what two people made of one exchange. */
@Component
class ExchangeVersions {

    private static final List<String> FIELDS =
            List.of("day", "channel", "subject", ExchangeForms.PEOPLE, ExchangeForms.ORGANISATIONS, "text");

    private final ExchangeReading reading;
    private final Chooser chooser;

    ExchangeVersions(ExchangeReading reading, Chooser chooser) {
        this.reading = reading;
        this.chooser = chooser;
    }

    /** @param since the version on which the form was opened */
    Conflict between(Form mine, Whole stands, int since, Words t) {
        JsonNode row = reading.columnsAt(stands.id(), since).node();
        Form before = Form.blank()
                .with("day", row.path("happened_on").asString(""))
                .with("channel", row.path("channel").asString(""))
                .with("subject", row.path("subject").asString(""))
                .with("text", row.path("body").asString(""));
        for (String many : List.of(ExchangeForms.PEOPLE, ExchangeForms.ORGANISATIONS)) {
            before.with(many, mine.values("before-" + many));
            mine.with(many, mine.values(many).stream().sorted().toList());
        }
        mine.with(
                "day", DateReader.read(mine.value("day")).map(Object::toString).orElse(mine.value("day")));
        String who = reading.changes(stands.id()).stream()
                .findFirst()
                .map(change -> change.who())
                .orElse(null);
        return Conflict.between(
                mine, before, ExchangeForms.of(stands), since, who, FIELDS, (field, value) -> shown(field, value, t));
    }

    private String shown(String field, String value, Words t) {
        return switch (field) {
            case "channel" ->
                TextParser.constant(value, ExchangeChannel.class)
                        .map(channel -> t.say(channel.key()))
                        .orElse(value);
            case "day" -> DateReader.read(value).map(t::date).orElse(value);
            case ExchangeForms.PEOPLE, ExchangeForms.ORGANISATIONS -> chooser.shown(value);
            default -> value;
        };
    }
}
