package org.convergence.example;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.Exchanged;
import org.convergence.directory.exchange.Exchanges;
import org.convergence.example.DirectoryChapter.Directory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.springframework.stereotype.Component;

/** Recent exchanges with people and organisations. */
@Component
class ExchangeChapter {

    private final Exchanges exchanges;
    private final Gestures gestures;

    ExchangeChapter(Exchanges exchanges, Gestures gestures) {
        this.exchanges = exchanges;
        this.gestures = gestures;
    }

    void enter(Actor who, Directory directory, ExampleCalendar calendar) {
        for (ExampleFile.Line line : ExampleFile.lines("echanges.csv")) {
            Exchanged what = new Exchanged(
                    calendar.today().minusDays(Long.parseLong(line.text("il y a"))),
                    ExchangeChannel.valueOf(line.text("moyen")),
                    line.text("sujet"),
                    line.text("texte"),
                    all(line.words("personnes")).map(directory::person).collect(Collectors.toSet()),
                    all(line.words("organisations"))
                            .map(directory::organisation)
                            .collect(Collectors.toSet()));
            gestures.by(who, "ExchangeRecording.record", () -> exchanges.record(what));
        }
    }

    private static Stream<String> all(List<String> keys) {
        return keys.stream().filter(key -> !key.isEmpty());
    }
}
