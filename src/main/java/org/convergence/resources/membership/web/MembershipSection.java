package org.convergence.resources.membership.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.BillingContact;
import org.convergence.resources.membership.BillingContacts;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MemberAccount;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.AdmissionService.MembershipDetails;
import org.convergence.resources.membership.domain.Category;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountService;
import org.convergence.resources.membership.domain.MemberAccountQueries;
import org.convergence.resources.membership.domain.MembershipEnding;
import org.convergence.resources.membership.web.MembershipPart.MemberFact;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Adhésion », on the pages of all organisations and of people who are or were members. */
@Component
@Order(10)
@Requires(MembershipPermissions.READ)
record MembershipSection(
        AdmissionService admission,
        CategoryService categories,
        HeadcountService headcounts,
        MemberAccountQueries memberAccounts,
        OrganisationSettings settings,
        PageParts parts,
        BillingContacts contacts)
        implements PartySection {

    @Override
    public Optional<PageSection> show(Party member, Words t) {
        Actor actor = CurrentActor.get();
        LocalDate today = settings.today();
        List<MembershipDetails> all = admission.findByMember(member);
        boolean organisation = member instanceof OrganisationId;
        if (all.isEmpty() && !organisation) {
            return Optional.empty();
        }
        Map<CategoryId, Category> byId = all.isEmpty()
                ? Map.of()
                : categories.findAll().stream().collect(Collectors.toMap(Category::typedId, it -> it));
        boolean admits = actor.may(MembershipPermissions.ADMIT);
        boolean lasts = all.stream().anyMatch(it -> it.ending() == null);
        var part = new MembershipPart(
                facts(member, all, byId, today, t),
                all.stream().map(it -> row(it, byId, today, admits, t)).toList(),
                organisation && MemberListController.seesHeadcounts()
                        ? HeadcountHistoryFormatter.format(
                                headcounts.findByOrganisation((OrganisationId) member), today, t)
                        : null,
                admits && !lasts
                        ? MemberListPage.LIST + "/new?" + (organisation ? "organisation=" : "person=") + member.value()
                        : null,
                organisation && actor.may(MembershipPermissions.DECLARE)
                        ? MemberListPage.LIST + "/headcounts/of/" + member.value()
                        : null,
                organisation && !all.isEmpty() && actor.may(MembershipPermissions.DECLARE)
                        ? formatContact((OrganisationId) member, t)
                        : null);
        return Optional.of(
                new PageSection(t.say("membership.part"), parts.render("resources/membership/part", t, part)));
    }

    /** Admitted, in good standing, paid: three independent facts (R-MEMBER-1). */
    private List<MemberFact> facts(
            Party member, List<MembershipDetails> all, Map<CategoryId, Category> byId, LocalDate today, Words t) {
        Optional<MembershipDetails> now =
                all.stream().filter(it -> it.isActiveOn(today)).findFirst();
        if (now.isEmpty()) {
            return List.of();
        }
        LocalDate since = now.get().facts().since();
        var admitted = new MemberFact(
                t.say("membership.fact.admitted"),
                Tone.OK,
                t.say("membership.state.OK"),
                t.say("membership.since", t.date(since)));
        List<MemberFact> facts = new ArrayList<>(List.of(admitted));
        if (memberAccounts.isAvailable()) {
            MemberAccount account =
                    memberAccounts.findAccounts(today, List.of(member)).get(member);
            facts.add(StandingFormatter.formatStanding(account, today, t));
            facts.add(StandingFormatter.formatPayment(account, t));
        }
        Category category = byId.get(now.get().facts().category());
        if (member instanceof OrganisationId organisation
                && category != null
                && category.leastHeadcount() != null
                && MemberListController.seesHeadcounts()) {
            MemberFact threshold = threshold(organisation, category, category.leastHeadcount(), today, t);
            if (threshold != null) {
                facts.add(threshold);
            }
        }
        return facts;
    }

    /**
     * The threshold of the category, if the headcount is below it or unknown. It informs; only a decision changes a
     * membership.
     */
    private @Nullable MemberFact threshold(
            OrganisationId organisation, Category category, int least, LocalDate today, Words t) {
        var used = headcounts.findEffective(today, List.of(organisation)).get(organisation);
        if (used == null) {
            return new MemberFact(
                    t.say("membership.fact.threshold"),
                    Tone.AHEAD,
                    t.say("membership.threshold.unknown"),
                    t.say("membership.threshold.least", least));
        }
        HeadcountFacts said = used.headcount().facts();
        return category.acceptsHeadcount(said.number())
                ? null
                : new MemberFact(
                        t.say("membership.fact.threshold"),
                        Tone.BAD,
                        t.say("membership.threshold.below"),
                        t.say("membership.threshold.said", least, said.number(), t.date(said.countedOn())));
    }

    private static MembershipPart.MembershipRow row(
            MembershipDetails it, Map<CategoryId, Category> byId, LocalDate today, boolean admits, Words t) {
        Category category = byId.get(it.facts().category());
        MembershipEnding ending = it.ending();
        boolean ahead = it.facts().since().isAfter(today);
        boolean over = ending != null && ending.until().isBefore(today);
        Tone tone = over ? Tone.REST : ahead ? Tone.AHEAD : Tone.OK;
        List<String> detail = new ArrayList<>();
        detail.add(
                ending == null
                        ? t.say("membership.since", t.date(it.facts().since()))
                        : t.say("membership.from-to", t.date(it.facts().since()), t.date(ending.until())));
        add(detail, "membership.by", it.facts().decision(), t);
        if (ending != null) {
            add(detail, "membership.ended-by", ending.decision(), t);
            if (ending.reason() != null) {
                detail.add(ending.reason());
            }
        }
        return new MembershipPart.MembershipRow(
                category == null ? "" : category.label(),
                tone,
                t.say("membership.state." + tone.name()),
                String.join(" · ", detail),
                admits ? MemberListPage.membership(it.id().value()) : null,
                ending == null);
    }

    /** « CA, 12 mars 2024, CA-2024-03-02 ». */
    private static void add(List<String> detail, String key, @Nullable Decision decision, Words t) {
        if (decision != null) {
            String number = decision.number() == null ? "" : ", " + decision.number();
            detail.add(t.say(key, decision.body(), t.date(decision.date())) + number);
        }
    }

    private MembershipPart.BillingContactLine formatContact(OrganisationId organisation, Words t) {
        BillingContact contact =
                contacts.findByOrganisations(List.of(organisation)).get(organisation);
        String said = contact == null || contact.mail() == null
                ? t.say("membership.contact.none")
                : Stream.of(
                                contact.person() == null
                                        ? null
                                        : contact.person().name(),
                                contact.mail(),
                                contact.language() == null ? null : t.languageName(contact.language()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "));
        return new MembershipPart.BillingContactLine(said, BillingContactController.url(organisation));
    }
}
