package org.convergence.example;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeContent;
import org.convergence.directory.exchange.ExchangeRecorder;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.springframework.stereotype.Component;

/** Recent exchanges with people and organisations. */
@Component
record ExchangeChapter(ExchangeRecorder exchanges, AuditedOperations operations) {

    void enter(Actor who, ExampleDirectory directory, ExampleCalendar calendar) {
        for (ExampleFile.ExampleLine line : ExampleFile.lines("echanges.csv")) {
            ExchangeContent what = new ExchangeContent(
                    calendar.today().minusDays(Long.parseLong(line.text("il y a"))),
                    ExchangeChannel.valueOf(line.text("moyen")),
                    line.text("sujet"),
                    line.text("texte"),
                    all(line.words("personnes")).map(directory::person).collect(Collectors.toSet()),
                    all(line.words("organisations"))
                            .map(directory::organisation)
                            .collect(Collectors.toSet()));
            operations.callAs(who, "exchange.record", () -> exchanges.record(what));
        }
    }

    private static Stream<String> all(List<String> keys) {
        return keys.stream().filter(key -> !key.isEmpty());
    }
}
