package org.convergence.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.convergence.advocacy.dialogue.domain.DialogueQueries;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnFacts;
import org.convergence.advocacy.urgentaction.domain.SignOnService;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.AlertFacts;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.IdentityDegree;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicText;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.RiskTier;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.TargetInOffice;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionOutcome;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.WordingConsentGiver;
import org.convergence.advocacy.urgentaction.domain.UrgentActionLetterSender;
import org.convergence.advocacy.urgentaction.domain.UrgentActionQueries;
import org.convergence.advocacy.urgentaction.domain.UrgentActionService;
import org.convergence.advocacy.urgentaction.domain.UrgentActionService.ConsentFacts;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.springframework.stereotype.Component;

/** Three urgent actions: one that ended well, one that ended badly, and one that is out. */
@Component
record UrgentActionChapter(
        UrgentActionService actions,
        UrgentActionQueries queries,
        DialogueQueries decisionMakers,
        UrgentActionLetterSender sender,
        SignOnService signOns,
        AuditedOperations operations) {

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        UrgentActionId well = publish(
                hands,
                facts(directory, "ujb", "MX", "Des saisonnières sans salaire", today.minusDays(40), today),
                "Trente journalières attendent leur salaire",
                "Trente journalières d’un campement n’ont pas été payées depuis six semaines. Leur union demande que les"
                        + " salaires soient versés et que personne ne soit renvoyé.",
                "Treinta jornaleras esperan su salario",
                "Treinta jornaleras de un campamento llevan seis semanas sin paga. Su unión pide que se paguen los salarios"
                        + " y que no se despida a nadie.");
        sign(hands, directory, well, "cosl", "Conseil exécutif", today.minusDays(3));
        sign(hands, directory, well, "scl", "Assemblée générale", today.minusDays(2));
        close(hands, well, UrgentActionOutcome.WELL, "Les salaires sont versés, et personne n’a été renvoyé.");
        UrgentActionId badly = publish(
                hands,
                facts(directory, "afmk", "HT", "Une école du soir menacée d’éviction", today.minusDays(70), today),
                "L’école du soir doit rester ouverte",
                "Le bail de l’école du soir est rompu sans préavis. L’association demande un sursis de six mois.",
                "La escuela nocturna debe seguir abierta",
                "El contrato de la escuela nocturna se rompió sin aviso. La asociación pide una prórroga de seis meses.");
        sign(hands, directory, badly, "asne", "Comité exécutif", today.minusDays(9));
        close(
                hands,
                badly,
                UrgentActionOutcome.BADLY,
                "L’école a fermé. Les cours reprennent dans une maison privée, à moins d’élèves.");
        UrgentActionId open = publish(
                hands,
                facts(directory, "rda", "MX", "Menaces contre une coopérative", today.minusDays(1), today.plusWeeks(5)),
                "Des recycleuses menacées pour avoir parlé",
                "Depuis qu’elles ont dénoncé un dépotoir, les membres de la coopérative reçoivent des menaces. Elles demandent"
                        + " une protection et une enquête.",
                "Recicladoras amenazadas por haber hablado",
                "Desde que denunciaron un basurero, las socias de la cooperativa reciben amenazas. Piden protección y una"
                        + " investigación.");
        sign(hands, directory, open, "cosl", "Conseil exécutif", today.minusDays(1));
        sign(hands, directory, open, "ftv", "Bureau fédéral", today.minusDays(1));
        sign(hands, directory, open, "rms", "Comité exécutif", today);
    }

    private static AlertFacts facts(
            ExampleDirectory directory,
            String partner,
            String country,
            String title,
            LocalDate received,
            LocalDate last) {
        return new AlertFacts(
                title,
                directory.organisation(partner),
                country,
                null,
                "La coordination de l’organisation nous appelle et demande des lettres aux autorités.",
                received,
                IdentityDegree.ORGANISATION,
                RiskTier.MEDIUM,
                last,
                null,
                null);
    }

    private UrgentActionId publish(
            ExampleActors hands, AlertFacts facts, String title, String story, String titulo, String relato) {
        Actor staff = hands.actorOf(ExampleUser.IDRISS);
        UrgentActionId id = operations.callAs(staff, "urgentaction.receive", () -> actions.create(facts));
        operations.runAs(
                staff,
                "urgentaction.write",
                () -> actions.saveWording(
                        id,
                        1,
                        new PublicWording(
                                List.of(
                                        new PublicText(
                                                "fr",
                                                title,
                                                story,
                                                title,
                                                "Je vous écris au sujet de ces faits, et je vous demande d’agir sans tarder."),
                                        new PublicText(
                                                "es",
                                                titulo,
                                                relato,
                                                titulo,
                                                "Le escribo acerca de estos hechos y le pido que actúe sin demora.")),
                                targets())));
        operations.runAs(
                staff,
                "urgentaction.consent",
                () -> actions.recordConsent(
                        id,
                        actions.findById(id).version(),
                        new ConsentFacts(
                                WordingConsentGiver.ORGANISATION,
                                "La coordination",
                                "au téléphone, les mots lus en espagnol",
                                facts.receivedOn(),
                                facts.expiresOn())));
        operations.runAs(hands.coordinator(), "urgentaction.check", () -> actions.check(id));
        operations.runAs(staff, "urgentaction.publish", () -> sender.publish(id));
        return id;
    }

    /** An office abroad, typed here, and the minister here, whose mandate the directory knows. */
    private List<TargetInOffice> targets() {
        return Stream.concat(
                        Stream.of(new TargetInOffice(
                                "Secretaría del Trabajo",
                                "Despacho de la dirección",
                                "direccion@trabajo.example",
                                "Señora Directora,",
                                null)),
                        decisionMakers.findFirst("Emploi", 1).stream()
                                .flatMap(each ->
                                        queries.findDecisionMaker(each.id().value()).stream())
                                .map(each -> new TargetInOffice(
                                        each.decisionMaker(),
                                        each.name(),
                                        each.office(),
                                        each.mail(),
                                        "Monsieur le Ministre,",
                                        each.until())))
                .toList();
    }

    private void sign(
            ExampleActors hands, ExampleDirectory directory, UrgentActionId id, String key, String body, LocalDate on) {
        operations.runAs(
                hands.actorOf(ExampleUser.IDRISS),
                "urgentaction.record-sign-on",
                () -> signOns.record(
                        id,
                        directory.organisation(key),
                        new SignOnFacts(
                                key.toUpperCase(Locale.ROOT), "Le secrétariat", "Secrétariat", body, on, "fr")));
    }

    private void close(ExampleActors hands, UrgentActionId id, UrgentActionOutcome outcome, String account) {
        operations.runAs(
                hands.actorOf(ExampleUser.IDRISS), "urgentaction.close", () -> actions.close(id, outcome, account));
    }
}
