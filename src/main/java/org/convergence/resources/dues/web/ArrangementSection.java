package org.convergence.resources.dues.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.domain.PaymentArrangement;
import org.convergence.resources.dues.domain.PaymentArrangementService;
import org.convergence.resources.membership.domain.AdmissionService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * “Cotisation”, on the page of an organisation that is a member or pays for one: the billing contact, the payer, and
 * when payment is decided.
 */
@Component
@Order(15)
@Requires(DuesPermissions.READ)
record ArrangementSection(
        PaymentArrangementService arrangements, AdmissionService admission, PeopleDirectory people, PageParts parts)
        implements PartySection {

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        if (!(party instanceof OrganisationId organisation)) {
            return Optional.empty();
        }
        if (admission.findByMember(organisation).isEmpty() && !arrangements.paysForOthers(organisation)) {
            return Optional.empty();
        }
        PaymentArrangement it = arrangements.findFor(organisation).arrangement();
        List<String> said = new ArrayList<>();
        OrganisationId payer = it.payer();
        if (payer != null) {
            people.organisationNames(List.of(payer))
                    .values()
                    .forEach(name -> said.add(t.say("dues.arrangement.payer", name.name())));
        }
        if (it.byPost()) {
            said.add(t.say("dues.arrangement.post"));
        }
        if (it.instance() != null) {
            said.add(
                    it.meetsOn() == null
                            ? t.say("dues.arrangement.decides", it.instance())
                            : t.say("dues.arrangement.meets", it.instance(), t.date(it.meetsOn())));
        }
        if (it.note() != null) {
            said.add(it.note());
        }
        ArrangementPart part = new ArrangementPart(
                said, CurrentActor.get().may(DuesPermissions.ARRANGE) ? DuesUrls.arrangement(organisation) : null);
        return Optional.of(
                new PageSection(t.say("dues.arrangement"), parts.render("resources/dues/arrangement-part", t, part)));
    }
}
