package org.convergence.cooperation.partner.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.cooperation.partner.PartnerPageLink;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.cooperation.partner.domain.PartnerQueries;
import org.convergence.cooperation.partner.domain.PartnerQueries.PartnerAgreementRow;
import org.convergence.cooperation.partner.domain.PartnerQueries.PartnerDueRow;
import org.convergence.cooperation.partner.domain.PartnerQueries.PartnerProjectRow;
import org.convergence.cooperation.partner.domain.PartnerQueries.PartnerRow;
import org.convergence.cooperation.partner.domain.PartnerRequestQueries;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerDuePart;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerFactPart;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerLinkPart;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerRequestPage;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerSummaryPage;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyUrls;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.geography.CountryNames;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Assembles what the relation with a partner is made of, as far as the reader may see it. */
@Component
record PartnerPageAssembler(
        PartnerQueries queries,
        PartnerRequestQueries requests,
        OrganisationSettings settings,
        ObjectProvider<PartnerPageLink> links) {

    private static final int EXCHANGES = 8;
    private static final int VISITS = 20;

    /** @param form adds something due, or an agreement; {@code null} without the permission */
    PartnerPage assemble(PartnerRow it, @Nullable Form form, Words t) {
        LocalDate today = settings.today();
        Party party = it.party();
        List<PartnerDueRow> dues = queries.findDues(it.id());
        return new PartnerPage(
                PartnerPage.url(it.id()),
                it.name(),
                PartyUrls.of(party),
                it.stage().tone(),
                t.say(it.stage().key()),
                silence(queries.findLastContact(it).orElse(null), today, t),
                facts(it, t),
                dues(it, dues, true, t),
                dues(it, dues, false, t),
                may(ProjectPermissions.READ)
                        ? queries.findProjects(party).stream()
                                .map(each -> project(each, t))
                                .toList()
                        : List.of(),
                requests.findByParty(party).stream()
                        .map(each -> new PartnerLinkPart(
                                each.title(),
                                PartnerRequestFormatter.standing(each, today, t),
                                PartnerRequestPage.url(each.id()),
                                null))
                        .toList(),
                queries.findAgreements(it.id(), party).stream()
                        .map(each -> agreement(it, each, t))
                        .toList(),
                may(ExchangePermissions.READ) ? exchanges(party, t) : List.of(),
                may(RealisationPermissions.READ) ? visits(party, t) : List.of(),
                "/directory/exchange/new?" + (party.person() == null ? "organisation=" : "person=") + party.value()
                        + "&from=" + PartnerPage.url(it.id()),
                links.orderedStream()
                        .flatMap(link -> link.show(party.organisation(), t).stream())
                        .toList(),
                form);
    }

    /** The relation in short, for the partner's page of the directory, which shows exchanges and activities itself. */
    PartnerSummaryPage assembleSummary(PartnerRow it, Words t) {
        LocalDate today = settings.today();
        List<PartnerDueRow> dues = queries.findDues(it.id());
        return new PartnerSummaryPage(
                PartnerPage.url(it.id()),
                it.stage().tone(),
                t.say(it.stage().key()),
                silence(queries.findLastContact(it).orElse(null), today, t),
                facts(it, t),
                Stream.concat(dues(it, dues, true, t).stream(), dues(it, dues, false, t).stream())
                        .filter(each -> !each.isDone())
                        .toList(),
                may(ProjectPermissions.READ)
                        ? queries.findProjects(it.party()).stream()
                                .map(each -> project(each, t))
                                .toList()
                        : List.of());
    }

    private static boolean may(String permission) {
        return CurrentActor.get().may(permission);
    }

    /** « Silence depuis 48 jours (12 octobre) ». */
    static String silence(@Nullable LocalDate last, LocalDate today, Words t) {
        return last == null
                ? t.say("partner.silence.never")
                : t.say("partner.silence", last, ChronoUnit.DAYS.between(last, today));
    }

    private static List<PartnerFactPart> facts(PartnerRow it, Words t) {
        List<PartnerFactPart> facts = new ArrayList<>();
        facts.add(new PartnerFactPart(
                t.say("partner.field.our-lead"),
                it.ourLeadName() == null ? t.say("partner.nobody-leads") : it.ourLeadName()));
        facts.add(new PartnerFactPart(
                t.say("partner.field.their-lead"),
                it.theirLeadName() == null ? t.say("partner.lead.unknown") : it.theirLeadName()));
        if (!it.countries().isEmpty()) {
            facts.add(new PartnerFactPart(t.say("partner.field.countries"), CountryNames.format(it.countries(), t)));
        }
        if (!it.notes().isEmpty()) {
            facts.add(new PartnerFactPart(t.say("partner.field.notes"), it.notes()));
        }
        return facts;
    }

    private List<PartnerDuePart> dues(PartnerRow it, List<PartnerDueRow> dues, boolean ours, Words t) {
        LocalDate today = settings.today();
        return dues.stream()
                .filter(each -> each.ours() == ours)
                .map(each -> new PartnerDuePart(
                        PartnerPage.url(it.id()) + "/due/" + each.id().value(),
                        each.what(),
                        each.doneOn() == null ? t.by(each.dueOn(), today) : t.say("partner.due.done", each.doneOn()),
                        each.doneOn() == null && each.dueOn().isBefore(today),
                        each.doneOn() != null))
                .toList();
    }

    private static PartnerLinkPart project(PartnerProjectRow it, Words t) {
        List<String> detail = new ArrayList<>();
        detail.add(t.say(it.role().key()));
        if (it.startsOn() != null || it.endsOn() != null) {
            detail.add(t.period(it.startsOn(), it.endsOn()));
        }
        if (!it.brings().isEmpty()) {
            detail.add(t.say("partner.brings", it.brings()));
        }
        return new PartnerLinkPart(
                it.title(),
                String.join(" · ", detail),
                "/cooperation/project/" + it.id().value(),
                null);
    }

    private static PartnerLinkPart agreement(PartnerRow partner, PartnerAgreementRow it, Words t) {
        String days = t.capital(t.period(it.signedOn(), it.endsOn()));
        if (it.project() != null) {
            return new PartnerLinkPart(
                    it.title(),
                    t.say("partner.agreement.funds", days, it.project()),
                    "/resources/grant/agreement/" + it.id(),
                    null);
        }
        return new PartnerLinkPart(
                it.title(),
                days + " · " + t.say(it.money() ? "partner.agreement.money" : "partner.agreement.no-money"),
                null,
                may(PartnerPermissions.FOLLOW)
                        ? PartnerPage.url(partner.id()) + "/agreements/" + it.id() + "/remove"
                        : null);
    }

    private List<PartnerLinkPart> exchanges(Party party, Words t) {
        return queries.findExchanges(party, EXCHANGES).stream()
                .map(each -> new PartnerLinkPart(
                        each.subject(),
                        t.date(each.day()) + " · " + t.say(each.channel().key()),
                        "/directory/exchange/" + each.id().value(),
                        null))
                .toList();
    }

    private List<PartnerLinkPart> visits(Party party, Words t) {
        return queries.findVisits(party).stream()
                .limit(VISITS)
                .map(each -> new PartnerLinkPart(
                        each.happening().title(),
                        t.capital(t.period(
                                each.happening().when().from(),
                                each.happening().when().to())),
                        "/plan/realisation/" + each.id().value(),
                        null))
                .toList();
    }
}
