package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.convergence.advocacy.dialogue.AskId;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActId;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActKind;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.ReplyState;
import org.convergence.advocacy.dialogue.domain.AdvocacyActService;
import org.convergence.advocacy.dialogue.domain.AskService;
import org.convergence.advocacy.dialogue.domain.AskService.AskState;
import org.convergence.advocacy.dialogue.domain.AskService.CommitmentFacts;
import org.convergence.advocacy.dialogue.domain.AskService.CommitmentId;
import org.convergence.advocacy.dialogue.domain.AskService.CommitmentState;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerFacts;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.MandateFacts;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.OfficeKind;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.CounselOutcome;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRegister;
import org.convergence.advocacy.dialogue.domain.LobbyService;
import org.convergence.advocacy.dialogue.domain.LobbyService.CounselOpinion;
import org.convergence.directory.people.PersonId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.example.ExampleFile.ExampleLine;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Twelve decision-makers, what we ask, meetings and letters, promises of each state, and hours near a threshold. */
@Component
record DialogueChapter(
        DecisionMakerService entry,
        AskService asks,
        AdvocacyActService acts,
        LobbyService lobby,
        AuditedOperations operations) {

    /** What is entered so far, by key; asks by their words. */
    private record ExampleDialogue(
            Actor who,
            PersonId follower,
            LocalDate today,
            Map<String, DecisionMakerId> people,
            Map<String, AskId> asks,
            Map<String, AdvocacyActId> acts) {

        DecisionMakerId person(String key) {
            return Objects.requireNonNull(people.get(key), key);
        }
    }

    /** Enters the dialogue; returns the asks by their words. */
    Map<String, AskId> enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        ExampleDialogue all = new ExampleDialogue(
                hands.coordinator(),
                directory.person("maryse"),
                calendar.today(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>());
        LocalDate today = all.today();
        ExampleFile.lines("decideurs.csv").forEach(line -> all.people().put(line.text("clé"), enter(all, line)));
        ask(all, "emploi", "Ratifier la C189", "Travail domestique");
        ask(all, "depute", "Ratifier la C189", "Travail domestique");
        ask(all, "affaires", "Appliquer le P029 aux importations de vêtements", "Travail forcé");
        ask(all, "travail", "Former les inspectrices et inspecteurs au travail domestique", "Travail domestique");
        AskId won = ask(all, "mairesse", "N’acheter que des vêtements équitables", "Achats publics");
        ExampleFile.lines("demarches.csv").forEach(line -> all.acts().put(line.text("clé"), act(all, line)));
        operations.runAs(all.who(), "dialogue.close-ask", () -> asks.setState(won, AskState.OBTAINED));
        operations.runAs(all.who(), "dialogue.record-reply", () -> {
            acts.recordReply(Objects.requireNonNull(all.acts().get("salaires")), ReplyState.SILENCE, null, "");
            acts.recordReply(
                    Objects.requireNonNull(all.acts().get("achats")),
                    ReplyState.ANSWERED,
                    today.minusDays(52),
                    "La ville adopte la clause au prochain conseil.");
        });
        commitment(all, "travail", "rencontre-travail", "Inscrire le travail domestique au plan d’inspection", 9, null);
        commitment(all, "depute", "appel", "Déposer une question au feuilleton", -2, null);
        commitment(all, "mairesse", "achats", "Adopter une clause d’achats équitables", -20, CommitmentState.KEPT);
        commitment(all, "usine", null, "Publier la liste des usines", -35, CommitmentState.BROKEN);
        commitment(all, "deputee", null, "Parrainer la pétition", 60, CommitmentState.LAPSED);
        operations.runAs(
                all.who(),
                "dialogue.record-opinion",
                () -> lobby.addOpinion(new CounselOpinion(
                        LobbyRegister.QUEBEC,
                        today.minusDays(150),
                        CounselOutcome.NOT_REQUIRED,
                        "Démarches peu nombreuses; à revoir si elles deviennent régulières.",
                        today.plusDays(30))));
        return all.asks();
    }

    private DecisionMakerId enter(ExampleDialogue all, ExampleLine line) {
        MandateFacts mandate = new MandateFacts(
                line.text("fonction"),
                line.text("organisme"),
                OfficeKind.valueOf(line.text("genre")),
                LobbyRegister.valueOf(line.text("registre")),
                day(all, line, "depuis"),
                day(all, line, "jusqu’à"),
                line.text("courriel"),
                "",
                "");
        boolean named = !line.text("nom").isEmpty();
        return operations.callAs(
                all.who(),
                "dialogue.enter",
                () -> entry.enter(
                        null,
                        line.text("prénom"),
                        line.text("nom"),
                        named ? "" : mandate.body() + ", " + mandate.title(),
                        named ? new DecisionMakerFacts(all.follower(), "") : DecisionMakerFacts.NOTHING,
                        mandate));
    }

    /** A day as a number of days ago. */
    private static @Nullable LocalDate day(ExampleDialogue all, ExampleLine line, String column) {
        Integer days = line.number(column);
        return days == null ? null : all.today().minusDays(days);
    }

    private AskId ask(ExampleDialogue all, String of, String words, String theme) {
        AskId ask = operations.callAs(all.who(), "dialogue.ask", () -> asks.ask(all.person(of), words, theme));
        all.asks().put(words, ask);
        return ask;
    }

    private AdvocacyActId act(ExampleDialogue all, ExampleLine line) {
        LocalDate day = Objects.requireNonNull(day(all, line, "jours"));
        boolean ahead = day.isAfter(all.today());
        AskId ask = all.asks().get(line.text("demande"));
        AdvocacyActFacts facts = new AdvocacyActFacts(
                AdvocacyActKind.valueOf(line.text("genre")),
                day,
                line.text("sujet"),
                ahead ? "" : "Nous avons rappelé la demande; la réponse est attendue par écrit.",
                ahead ? "" : "Notes de la coordonnatrice",
                null,
                new BigDecimal(line.text("heures")),
                day(all, line, "réponse"),
                Set.of(all.person(line.text("qui"))),
                Set.of(all.follower()),
                ask == null ? Set.of() : Set.of(ask),
                null);
        return operations.callAs(all.who(), "dialogue.record-act", () -> acts.create(facts, List.of()));
    }

    private void commitment(
            ExampleDialogue all,
            String by,
            @Nullable String act,
            String words,
            int dueIn,
            @Nullable CommitmentState end) {
        CommitmentFacts facts = new CommitmentFacts(
                act == null ? null : all.acts().get(act),
                words,
                act == null ? "Site Web de l’organisme" : "Dit à la coordonnatrice",
                all.today().minusDays(70),
                all.today().plusDays(dueIn));
        CommitmentId id = operations.callAs(
                all.who(), "dialogue.record-commitment", () -> asks.addCommitment(all.person(by), facts));
        if (end != null) {
            operations.runAs(
                    all.who(), "dialogue.close-commitment", () -> asks.setState(id, end, "Vu dans les médias"));
        }
    }
}
