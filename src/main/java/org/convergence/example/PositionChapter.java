package org.convergence.example;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.advocacy.position.domain.MandateLookup;
import org.convergence.advocacy.position.domain.MandateLookup.CitedDecision;
import org.convergence.advocacy.position.domain.Position.MandateSource;
import org.convergence.advocacy.position.domain.Position.PositionFacts;
import org.convergence.advocacy.position.domain.Position.PositionId;
import org.convergence.advocacy.position.domain.Position.PositionKind;
import org.convergence.advocacy.position.domain.Position.PositionText;
import org.convergence.advocacy.position.domain.Position.Publication;
import org.convergence.advocacy.position.domain.PositionService;
import org.convergence.directory.secondlook.domain.SecondLookService;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Six positions: four published, one of them by a coalition's decision, one read, one that waits for the second look of a person without an account. */
@Component
record PositionChapter(
        PositionService positions, MandateLookup mandates, SecondLookService looks, AuditedOperations operations) {

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        publish(
                hands,
                write(
                        hands,
                        facts(
                                "Un salaire viable dans les zones franches",
                                PositionKind.OPEN_LETTER,
                                "Salaires",
                                "HT",
                                new ExampleMandate(
                                        MandateSource.RESOLUTION,
                                        "AGA, résolution sur le salaire viable",
                                        today.minusDays(200),
                                        null),
                                "Nous demandons aux marques vendues ici de payer un salaire viable à celles qui les cousent.",
                                directory)),
                today.minusDays(90),
                "Page d’opinion d’un quotidien");
        publish(
                hands,
                write(
                        hands,
                        facts(
                                "Les jornaleras ont droit à l’ombre et à l’eau",
                                PositionKind.DECLARATION,
                                "Santé au travail",
                                "MX",
                                policy(today),
                                "La chaleur tue aussi au champ. L’eau, l’ombre et les pauses sont des droits.",
                                directory)),
                today.minusDays(60),
                "Notre site");
        publish(
                hands,
                write(
                        hands,
                        facts(
                                CoalitionChapter.LAW,
                                PositionKind.BRIEF,
                                "Entreprises et droits",
                                null,
                                coalition(hands),
                                "Une loi doit obliger les entreprises à prévenir les atteintes aux droits, et à en répondre.",
                                directory)),
                today.minusDays(45),
                "Commission parlementaire");
        publish(
                hands,
                write(
                        hands,
                        facts(
                                "Mot d’ouverture de la Journée du travail décent",
                                PositionKind.SPEECH,
                                "Travail décent",
                                null,
                                policy(today),
                                "Le travail décent commence par le droit de s’organiser, ici et ailleurs.",
                                directory)),
                today.minusDays(30),
                "Trois-Rivières, devant l’hôtel de ville");
        PositionId ready = write(
                hands,
                facts(
                        "Ce que la friperie nous apprend",
                        PositionKind.ARTICLE,
                        "Textile",
                        null,
                        policy(today),
                        "Un vêtement sur trois ne sert jamais. La friperie le sait mieux que la mode.",
                        directory));
        read(hands, ready, today);
        PositionId unread = write(
                hands,
                facts(
                        "Ratifions la convention sur le travail domestique",
                        PositionKind.OPEN_LETTER,
                        "Travail domestique",
                        null,
                        new ExampleMandate(
                                MandateSource.RESOLUTION,
                                "CA, résolution sur la convention 189",
                                today.minusDays(20),
                                null),
                        "Celles qui prennent soin des autres ont droit aux mêmes protections que tout le monde.",
                        directory));
        operations.runAs(
                hands.actorOf(ExampleUser.IDRISS),
                "secondlook.ask",
                () -> looks.ask("advocacy.position", unread.value(), directory.person("camille")));
    }

    /** What allows us to speak. */
    private record ExampleMandate(
            MandateSource source,
            String text,
            LocalDate on,
            @Nullable UUID cited) {}

    private static ExampleMandate policy(LocalDate today) {
        return new ExampleMandate(MandateSource.POLICY, "Politique de prise de position", today.minusDays(400), null);
    }

    /** The position of the coalition on the same law. */
    private ExampleMandate coalition(ExampleActors hands) {
        CitedDecision it = operations.callAs(hands.coordinator(), "position.write", mandates::findLatest).stream()
                .filter(each -> each.words().equals(CoalitionChapter.LAW))
                .findFirst()
                .orElseThrow();
        return new ExampleMandate(it.source(), it.name(), it.day(), it.id());
    }

    private static PositionFacts facts(
            String title,
            PositionKind kind,
            String theme,
            @Nullable String country,
            ExampleMandate mandate,
            String body,
            ExampleDirectory directory) {
        return new PositionFacts(
                title,
                kind,
                theme,
                country,
                mandate.source(),
                mandate.text(),
                mandate.on(),
                mandate.cited(),
                null,
                List.of(new PositionText("fr", body)),
                kind == PositionKind.OPEN_LETTER
                        ? List.of(directory.organisation("cosl"), directory.organisation("asne"))
                        : List.of());
    }

    private PositionId write(ExampleActors hands, PositionFacts facts) {
        Actor staff = hands.actorOf(ExampleUser.IDRISS);
        return operations.callAs(staff, "position.write", () -> positions.create(facts));
    }

    private void read(ExampleActors hands, PositionId id, LocalDate on) {
        operations.runAs(hands.coordinator(), "position.read", () -> positions.read(id, on));
    }

    private void publish(ExampleActors hands, PositionId id, LocalDate on, String place) {
        read(hands, id, on.minusDays(2));
        operations.runAs(
                hands.actorOf(ExampleUser.IDRISS),
                "position.publish",
                () -> positions.publish(id, new Publication(on, place, null)));
    }
}
