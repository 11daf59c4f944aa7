package org.convergence.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.convergence.directory.handover.domain.HandoverQueries;
import org.convergence.directory.handover.domain.HandoverService;
import org.convergence.directory.handover.domain.HandoverService.HandoverInstruction;
import org.convergence.directory.handover.domain.Inventory;
import org.convergence.directory.people.PersonId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.domain.ActionFollowUpChange;
import org.convergence.plan.actionplan.domain.ActionFollowUpService;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Camille's holdings until this spring, handed over to a successor. */
@Component
record HandoverChapter(
        ActionFollowUpService followUpService,
        HandoverQueries handovers,
        HandoverService handoverService,
        AuditedOperations operations,
        Messages messages,
        OrganisationSettings settings) {

    private static final String NOTE = """
            Bonne chance! L’essentiel :

            - L’infolettre part le 28 : la liste des relais est dans le cartable bleu.
            - Émilienne relit tout, même quand elle dit que non.
            - **La photographie du kiosque est à rendre au collège avant les vacances.**
            """;

    /** Hands over some lines of the year to their present holder. */
    void handOver(ExampleActors hands, ExampleYear year, ExampleDirectory directory) {
        PersonId camille = directory.person("camille");
        Set<ActionId> lines = year.lines(List.of("3.1/4", "4.3/2", "4.3/4"));
        Words t = messages.in(Language.FRENCH, settings.current().zone());
        LocalDate lastDay = year.start().plusDays(23);
        operations.callAs(
                hands.coordinator(),
                "actionplan.together",
                () -> followUpService.updateAll(
                        lines, new ActionFollowUpChange("Camille L’Heureux", null, null, null, null)));
        operations.callAs(hands.coordinator(), "handover.pass", () -> {
            Inventory all = handovers.findInventory(camille, lastDay, t);
            return handoverService.handOver(
                    new HandoverInstruction(
                            camille, lastDay, directory.person("wapikoni"), null, Set.of(), NOTE, all.fingerprint()),
                    t);
        });
    }
}
