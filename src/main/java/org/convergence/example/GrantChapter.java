package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.text.PastedQuestions;
import org.convergence.resources.grant.AgreementScope;
import org.convergence.resources.grant.GrantApplicationId;
import org.convergence.resources.grant.GrantCallId;
import org.convergence.resources.grant.domain.GoDecision;
import org.convergence.resources.grant.domain.GoDecision.GoVerdict;
import org.convergence.resources.grant.domain.GrantAnswer;
import org.convergence.resources.grant.domain.GrantAnswer.AnswerContent;
import org.convergence.resources.grant.domain.GrantAnswerService;
import org.convergence.resources.grant.domain.GrantApplication.ApplicationApproval;
import org.convergence.resources.grant.domain.GrantApplication.ApprovalMeans;
import org.convergence.resources.grant.domain.GrantApplicationQueries;
import org.convergence.resources.grant.domain.GrantApplicationQueries.AnswerRow;
import org.convergence.resources.grant.domain.GrantApplicationService;
import org.convergence.resources.grant.domain.GrantAward;
import org.convergence.resources.grant.domain.GrantCallFacts;
import org.convergence.resources.grant.domain.GrantCallService;
import org.convergence.resources.grant.domain.GrantDoor;
import org.convergence.resources.grant.domain.GrantEstimate;
import org.convergence.resources.grant.domain.RequestedLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls by each door, an application that is being written, and one accepted last year, whose call returns. */
@Component
record GrantChapter(
        GrantCallService calls,
        GrantApplicationService applications,
        GrantAnswerService answers,
        GrantApplicationQueries queries,
        AuditedOperations operations) {

    private static final ZoneId HERE = ZoneId.of("America/Toronto");

    private static final String PAST_QUESTIONS = """
            Décrivez votre organisme et sa mission. (250 mots)
            Quel besoin votre projet vise-t-il? (maximum 1 500 caractères, espaces compris)
            Décrivez les activités et leur calendrier. (400 mots)
            Comment saurez-vous que le projet a réussi? (200 mots)
            """;

    private static final String QUESTIONS = """
            Présentez votre organisme, sa mission et son expérience. (300 mots)
            À quel besoin le projet répond-il? (1 200 caractères, espaces compris)
            Décrivez les activités du projet et leur calendrier. (350 mots)
            Qui participera, et comment les rejoindrez-vous? (150 mots)
            Comment mesurerez-vous les résultats? (900 caractères sans espaces)
            Que restera-t-il du projet après la subvention? (100 mots)
            """;

    private static final List<String> ANSWERS = List.of(
            "Solidarité en partage réunit des syndicats et des groupes de la Mauricie et d’ailleurs autour de la solidarité internationale. "
                    + "Depuis plus de vingt ans, nous formons leurs membres et les jumelons avec des organisations du Sud.",
            "Dans les ateliers et les entrepôts, on parle peu de celles et ceux qui fabriquent ailleurs ce que l’on manipule ici. "
                    + "Le projet donne à leurs délégations les mots et les outils pour en parler.",
            "De septembre à novembre, six ateliers d’une heure sur les lieux de travail; en janvier, une tournée avec une invitée du Mexique; "
                    + "en mars, un bilan avec les comités de solidarité.",
            "Nous comptons les personnes rejointes, et trois mois plus tard nous demandons à chaque comité ce qu’il a fait de l’atelier.");

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        Actor coordinator = hands.coordinator();
        LocalDate today = calendar.today();
        PersonId writer = directory.person("idriss");
        GrantCallId last = record(
                coordinator,
                facts(
                                directory.organisation("phs"),
                                "Horizons solidaires – sensibilisation au travail",
                                today.minusDays(300))
                        .withAmounts("10000", "30000", 25)
                        .yearly(writer));
        accept(coordinator, directory, last, today);
        GrantCallId underWay = record(
                coordinator,
                facts(directory.organisation("fdf"), "Éducation et monde du travail", today.plusDays(24))
                        .withAmounts("5000", "20000", 20)
                        .yearly(writer));
        decide(coordinator, directory, underWay, today);
        write(coordinator, underWay, writer);
        record(
                coordinator,
                facts(
                                directory.organisation("ccs"),
                                "Jumelages syndicaux (secrétariat de Vancouver)",
                                today.plusDays(41))
                        .withAmounts("8000", "15000", null)
                        .in(ZoneId.of("America/Vancouver")));
        record(
                coordinator,
                facts(directory.organisation("caisse"), "Appui aux projets du milieu", null)
                        .through(GrantDoor.STANDING)
                        .withAmounts(null, "3000", null));
        record(
                coordinator,
                facts(directory.organisation("cosl"), "Fonds de solidarité de la centrale", null)
                        .through(GrantDoor.RELATION)
                        .withAmounts(null, "7500", null));
        operations.callAs(Actor.system("grant-yearly-calls"), "grant.propose-again", calls::proposeNextYear);
    }

    private GrantCallId record(Actor who, ExampleCall call) {
        return operations.callAs(who, "grant.record-call", () -> calls.create(call.toFacts(), null));
    }

    private void accept(Actor who, ExampleDirectory directory, GrantCallId call, LocalDate today) {
        GrantApplicationId id = begin(who, call, PAST_QUESTIONS);
        answer(who, id, directory.person("idriss"), ANSWERS);
        budget(who, id, "Salaires; 14 000; 3 500\nTournée; 5 200; 2 000\nAdministration; 2 400; 0");
        PersonId coordinator = directory.person("maryse");
        operations.runAs(
                who,
                "grant.approve",
                () -> applications.approve(
                        id,
                        version(id),
                        new ApplicationApproval(
                                ApprovalMeans.SECOND_LOOK,
                                today.minusDays(304),
                                directory.person("therese"),
                                "Le budget a été ajusté à sa demande.")));
        operations.runAs(
                who,
                "grant.send",
                () -> applications.recordSent(id, version(id), today.minusDays(302), coordinator, "HS-4471-C", null));
        operations.runAs(
                who,
                "grant.accept",
                () -> applications.accept(
                        id,
                        version(id),
                        new GrantAward(
                                today.minusDays(240),
                                new BigDecimal("21600"),
                                today.minusDays(210).withDayOfMonth(1),
                                today.minusDays(210)
                                        .withDayOfMonth(1)
                                        .plusYears(1)
                                        .minusDays(1),
                                AgreementScope.PROJECT,
                                List.of(),
                                "Bon ancrage local. L’an prochain, dire comment les effets seront mesurés.")));
    }

    private void decide(Actor who, ExampleDirectory directory, GrantCallId call, LocalDate today) {
        operations.runAs(
                who,
                "grant.estimate",
                () -> calls.estimate(
                        call,
                        calls.findById(call).version(),
                        new GrantEstimate(
                                new BigDecimal("18000"),
                                new BigDecimal("32"),
                                new BigDecimal("18"),
                                new BigDecimal("38.50"),
                                new BigDecimal("4500"),
                                today.withDayOfMonth(1))));
        operations.runAs(
                who,
                "grant.decide",
                () -> calls.decide(
                        call,
                        calls.findById(call).version(),
                        new GoDecision(
                                GoVerdict.GO,
                                today.minusDays(6),
                                directory.person("maryse"),
                                "Le projet est prêt; le reste vient du temps de nos membres.")));
    }

    private void write(Actor who, GrantCallId call, PersonId writer) {
        GrantApplicationId id = begin(who, call, QUESTIONS);
        answer(who, id, writer, ANSWERS.subList(0, 3));
        budget(who, id, "Salaires; 11 500; 2 500\nAteliers et tournée; 4 900; 2 000\nAdministration; 1 600; 0");
    }

    private GrantApplicationId begin(Actor who, GrantCallId call, String questions) {
        GrantApplicationId id = operations.callAs(who, "grant.begin-application", () -> applications.begin(call));
        operations.runAs(who, "grant.add-questions", () -> answers.addQuestions(id, PastedQuestions.parse(questions)));
        return id;
    }

    private void answer(Actor who, GrantApplicationId id, PersonId writer, List<String> texts) {
        List<AnswerRow> rows = operations.callAs(who, "grant.write-answer", () -> queries.findAnswers(id));
        for (int i = 0; i < texts.size(); i++) {
            AnswerRow row = rows.get(i);
            String text = texts.get(i);
            operations.runAs(who, "grant.write-answer", () -> {
                GrantAnswer answer = answers.findById(row.id());
                answers.write(
                        row.id(),
                        answer.version(),
                        new AnswerContent(row.question(), row.most(), row.unit(), writer, text));
            });
        }
    }

    private void budget(Actor who, GrantApplicationId id, String lines) {
        operations.runAs(
                who,
                "grant.set-budget",
                () -> applications.setBudget(
                        id, version(id), RequestedLine.parse(lines).lines()));
    }

    private int version(GrantApplicationId id) {
        return applications.findById(id).version();
    }

    private static ExampleCall facts(OrganisationId funder, String title, @Nullable LocalDate closes) {
        return new ExampleCall(funder, title, GrantDoor.WINDOW, closes, HERE, null, null, null, null);
    }

    /** A call of the example, made step by step. */
    private record ExampleCall(
            OrganisationId funder,
            String title,
            GrantDoor door,
            @Nullable LocalDate closes,
            ZoneId zone,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable Integer match,
            @Nullable PersonId responsible) {

        ExampleCall withAmounts(@Nullable String least, String most, @Nullable Integer percent) {
            BigDecimal first = least == null ? null : new BigDecimal(least);
            return new ExampleCall(
                    funder, title, door, closes, zone, first, new BigDecimal(most), percent, responsible);
        }

        ExampleCall yearly(PersonId by) {
            return new ExampleCall(funder, title, door, closes, zone, from, to, match, by);
        }

        ExampleCall in(ZoneId other) {
            return new ExampleCall(funder, title, door, closes, other, from, to, match, responsible);
        }

        ExampleCall through(GrantDoor other) {
            return new ExampleCall(funder, title, other, closes, zone, from, to, match, responsible);
        }

        GrantCallFacts toFacts() {
            return new GrantCallFacts(
                    funder,
                    title,
                    door,
                    closes == null ? null : closes.minusDays(70),
                    closes,
                    GrantCallFacts.END_OF_DAY,
                    zone,
                    responsible == null ? null : 12,
                    from,
                    to,
                    "CAD",
                    match,
                    match == null ? null : "Les autres fonds publics ne dépassent pas 80 % du coût (article 6).",
                    "Organismes sans but lucratif du Québec; dépenses faites après la signature.",
                    "Budget\nLettres patentes\nDernier rapport annuel",
                    null,
                    closes == null ? null : closes.minusDays(65),
                    responsible);
        }
    }
}
