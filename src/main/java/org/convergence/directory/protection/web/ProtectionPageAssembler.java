package org.convergence.directory.protection.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.TextPlaces;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.TrustedAccounts.TrustedAccount;
import org.convergence.directory.protection.domain.ActionReviewService;
import org.convergence.directory.protection.domain.IdentityOpeningService;
import org.convergence.directory.protection.domain.LostKeysService;
import org.convergence.directory.protection.domain.MentionService;
import org.convergence.directory.protection.domain.NameSweepResult;
import org.convergence.directory.protection.domain.NameSweepService;
import org.convergence.directory.protection.domain.NameSweepService.SweepState;
import org.convergence.directory.protection.domain.NameUseConsentService;
import org.convergence.directory.protection.domain.NameUseConsentService.NameUseConsent;
import org.convergence.directory.protection.domain.ProtectionQueries;
import org.convergence.directory.protection.domain.ProtectionQueries.ProtectedPerson;
import org.convergence.directory.protection.domain.PublicNameReview;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the pages of protected people. */
@Component
record ProtectionPageAssembler(
        ProtectionQueries protectionQueries,
        IdentityOpeningService identityOpeningService,
        NameUseConsentService degrees,
        ActionReviewService actionReviewService,
        LostKeysService keys,
        MentionService mentions,
        NameSweepService sweeps,
        PublicNameReview published,
        OrganisationSettings settings) {

    ProtectionPage assembleList(Words t) {
        List<ProtectedPerson> all = protectionQueries.findAll();
        Map<PersonId, List<NameUseConsent>> said =
                degrees.findByPeople(all.stream().map(ProtectedPerson::person).toList());
        LocalDate today = settings.today();
        boolean reviews = actionReviewService.mayReview();
        return new ProtectionPage(
                all.stream()
                        .map(each -> new ProtectionPage.ProtectedPersonLine(
                                each.codeName(),
                                ProtectionUrls.person(each.person()),
                                t.say("protection.openers.count", each.openers())
                                        + (each.hers() ? " · " + t.say("protection.openers.you") : ""),
                                ProtectionFormatter.tone(said.getOrDefault(each.person(), List.of()), today),
                                ProtectionFormatter.degree(said.getOrDefault(each.person(), List.of()), today, t)))
                        .toList(),
                protectionQueries.findInClear().stream().map(PartyUrls::of).toList(),
                CurrentActor.get().may(ProtectionPermissions.PROTECT),
                reviews,
                reviews ? actionReviewService.findActionsToReview().size() : 0,
                keys.areDifferent(),
                CurrentActor.get().may(ProtectionPermissions.SETTLE));
    }

    /** @param open the submitted form that opens the identity, {@code null} for a blank one */
    ProtectedPage assemblePerson(PersonId person, @Nullable Form open, @Nullable Form list, Words t) {
        ProtectedPerson she = protectionQueries.requireByPerson(person);
        List<NameUseConsent> said = degrees.findByPeople(List.of(person)).getOrDefault(person, List.of());
        LocalDate today = settings.today();
        List<TrustedAccount> listed = identityOpeningService.findOpeners(person);
        SweepState state = sweeps.findState(person);
        boolean protects = CurrentActor.get().may(ProtectionPermissions.PROTECT);
        return new ProtectedPage(
                she.codeName(),
                ProtectionUrls.person(person),
                PartyUrls.of(person),
                t.say(
                        she.enteredSo() ? "protection.since.start" : "protection.since.later",
                        t.dateTime(she.since()),
                        she.by()),
                ProtectionFormatter.tone(said, today),
                ProtectionFormatter.degree(said, today, t),
                said.stream().map(each -> consent(each, protects, today, t)).toList(),
                listed.stream().map(TrustedAccount::name).toList(),
                state,
                state != SweepState.UNDER_WAY && protects ? Form.named("retry") : null,
                protectionQueries
                        .findSweepResult(person)
                        .map(each -> sweep(each, t))
                        .orElse(null),
                mentions.countUndecided(person),
                mentions.findUndecided(person).stream()
                        .map(each -> MentionPlaceFormatter.format(person, each, t))
                        .toList(),
                published.findByPerson(person).stream()
                        .map(each -> new ProtectedPage.WithheldRow(
                                each.page(),
                                TextPlaces.describe(
                                        each.page()
                                                .substring(1)
                                                .replaceFirst("/", ".")
                                                .replaceFirst("/.*", ""),
                                        t),
                                t.say("protection.withheld.since", t.dateTime(each.since())),
                                ProtectionUrls.person(person) + "/withheld/" + each.id() + "/show",
                                protects ? Form.named("w" + each.id()) : null))
                        .toList(),
                protectionQueries.findActions(person).stream()
                        .map(each -> ProtectionFormatter.line(each, t))
                        .toList(),
                protects,
                she.hers() ? open == null ? Form.named("open") : open : null,
                identityOpeningService.mayChangeOpeners(person)
                        ? list == null
                                ? Form.named("list")
                                        .with(
                                                "openers",
                                                listed.stream()
                                                        .map(TrustedAccount::account)
                                                        .toList())
                                : list
                        : null,
                ProtectionFormatter.options(identityOpeningService.findEligible()));
    }

    private static ProtectedPage.SweepSummary sweep(NameSweepResult it, Words t) {
        return new ProtectedPage.SweepSummary(
                t.say("protection.swept", t.dateTime(it.at()), it.texts(), it.files()),
                it.naming(),
                links(it.leftFiles()),
                it.unread(),
                links(it.unreadFiles()),
                it.leftIn().size(),
                it.leftIn().stream()
                        .distinct()
                        .map(row -> MentionPlaceFormatter.formatRow(row, t))
                        .toList(),
                it.backups(),
                it.unreadBackups());
    }

    private static List<Option> links(Map<UUID, String> files) {
        return files.entrySet().stream()
                .map(each -> Option.of("/platform/document/" + each.getKey(), each.getValue()))
                .toList();
    }

    private static ProtectedPage.DegreeRow consent(NameUseConsent it, boolean mayWithdraw, LocalDate today, Words t) {
        boolean holds = it.holdsOn(today);
        LocalDate withdrawn = it.withdrawnOn();
        String word = holds
                ? t.say("protection.consent.until", t.date(it.until()))
                : withdrawn != null
                        ? t.say("protection.consent.withdrawn", t.date(withdrawn))
                        : t.say("protection.consent.ended", t.date(it.until()));
        return new ProtectedPage.DegreeRow(
                t.say(it.use().key()),
                t.say(
                        "protection.consent.detail",
                        t.say(it.givenBy().key()),
                        t.date(it.givenOn()),
                        it.how(),
                        it.recordedBy()),
                holds ? Tone.WARN : Tone.REST,
                word,
                ProtectionUrls.LIST + "/consents/" + it.id() + "/withdraw",
                holds && mayWithdraw ? Form.named("c" + it.id()).atVersion(it.version()) : null);
    }
}
