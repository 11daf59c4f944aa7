package org.convergence.directory.handover.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.handover.HandoverBackgroundSource;
import org.convergence.directory.handover.HandoverPermissions;
import org.convergence.directory.handover.Holding.HandoverOutcome;
import org.convergence.directory.handover.domain.Handover;
import org.convergence.directory.handover.domain.HandoverQueries;
import org.convergence.directory.handover.domain.Inventory;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** « Pour commencer »: a newcomer's holdings, how things are done here, what was done before. */
@Controller
@Requires(HandoverPermissions.OWN)
record WelcomeController(HandoverQueries handovers, OrganisationSettings settings) {

    @GetMapping("/directory/handover/welcome")
    ModelAndView show(Words t) {
        UUID me = CurrentActor.get().personId();
        Inventory mine = me == null
                ? new Inventory(settings.today(), List.of())
                : handovers.findInventory(new PersonId(me), settings.today(), t);
        List<HandoverBackgroundSource.BackgroundChapter> chapters = handovers.findBackground(mine.passingIds(), t);
        return PageView.of(
                "directory/handover/welcome",
                new WelcomePage(
                        handovers.findUnread().stream()
                                .map(WelcomeController::note)
                                .toList(),
                        HandoverItemGroup.of(mine.groupsWith(HandoverOutcome.PASSES), settings.today(), t),
                        chapters));
    }

    private static WelcomePage.WelcomeNote note(Handover it) {
        return new WelcomePage.WelcomeNote(
                it.name(),
                Markdown.toHtml(it.note(), 2),
                HandoverController.ROOM + "/" + it.id().value());
    }
}
