package org.convergence.plan.volunteering.web;

import java.util.List;
import java.util.Optional;
import org.convergence.plan.actionplan.LineSection;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.volunteering.VolunteeringPermissions;
import org.convergence.plan.volunteering.domain.VolunteeringQueries;
import org.convergence.plan.volunteering.web.VolunteeringPage.VolunteeringItem;
import org.convergence.plan.volunteering.web.VolunteeringPage.VolunteeringLinePart;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The tasks offered for a line of the plan, on its page. */
@Component
@Order(55)
@Requires(VolunteeringPermissions.READ)
record VolunteeringLineSection(VolunteeringQueries queries, OrganisationSettings settings, PageParts parts)
        implements LineSection {

    @Override
    public Optional<SectionContent> show(PlanLine line, Words t) {
        List<VolunteeringItem> items = queries.findByLine(line.id()).stream()
                .map(each -> VolunteeringFormatter.item(each, settings.today(), t))
                .toList();
        boolean offers = CurrentActor.get().may(VolunteeringPermissions.OFFER);
        if (items.isEmpty() && !offers) {
            return Optional.empty();
        }
        VolunteeringLinePart part = new VolunteeringLinePart(
                items, offers ? VolunteeringPage.LIST + "/new?line=" + line.id().value() : null);
        return Optional.of(
                new SectionContent(t.say("volunteering.menu"), parts.render("plan/volunteering/line-part", t, part)));
    }
}
