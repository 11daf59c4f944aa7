package org.convergence.resources.impact.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.convergence.resources.impact.ImpactLeaflets;
import org.convergence.resources.impact.ImpactPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leaflets in the menu and on pages of members. */
@Configuration(proxyBeanMethods = false)
class ImpactContributions {

    @Bean
    static MenuEntry impactMenuEntry() {
        return MenuEntry.of("impact.menu", ImpactPage.HOME).requiring(ImpactPermissions.READ);
    }

    /** The leaflets of a member, on its page. */
    @Component
    @Order(14)
    @Requires(ImpactPermissions.READ)
    record ImpactSection(ImpactLeaflets leaflets, PageParts parts) implements PartySection {

        @Override
        public Optional<PageSection> show(Party party, Words t) {
            if (!(party instanceof OrganisationId organisation)) {
                return Optional.empty();
            }
            List<Option> files = leaflets.documentsOf(organisation).stream()
                    .map(each -> new Option(
                            "/platform/document/" + each.document().value(),
                            t.capital(t.period(each.from(), each.to()))))
                    .toList();
            return files.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PageSection(
                            t.say("impact.part"),
                            parts.render("resources/impact/part", t, new ImpactPage.ImpactPart(files))));
        }
    }
}
