package org.convergence.directory.protection.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.PartyPage;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.TrustedAccounts.Trusted;
import org.convergence.directory.protection.domain.Degree;
import org.convergence.directory.protection.domain.Degrees;
import org.convergence.directory.protection.domain.LostKeys;
import org.convergence.directory.protection.domain.Mentions;
import org.convergence.directory.protection.domain.Opening;
import org.convergence.directory.protection.domain.ProtectionReading;
import org.convergence.directory.protection.domain.ProtectionReading.Protected;
import org.convergence.directory.protection.domain.Reviewing;
import org.convergence.directory.protection.domain.Swept;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the pages of protected people. */
@Component
class ProtectionPages {

    private final ProtectionReading reading;
    private final Opening opening;
    private final Degrees degrees;
    private final Reviewing reviewing;
    private final LostKeys keys;
    private final Mentions mentions;
    private final OrganisationSettings settings;

    ProtectionPages(
            ProtectionReading reading,
            Opening opening,
            Degrees degrees,
            Reviewing reviewing,
            LostKeys keys,
            Mentions mentions,
            OrganisationSettings settings) {
        this.reading = reading;
        this.opening = opening;
        this.degrees = degrees;
        this.reviewing = reviewing;
        this.keys = keys;
        this.mentions = mentions;
        this.settings = settings;
    }

    ProtectionPage list(Words t) {
        List<Protected> all = reading.all();
        Map<PersonId, List<Degree>> said =
                degrees.of(all.stream().map(Protected::person).toList());
        LocalDate today = settings.today();
        boolean reviews = reviewing.mayReview();
        return new ProtectionPage(
                all.stream()
                        .map(each -> new ProtectionPage.Line(
                                each.codeName(),
                                ProtectionUrls.person(each.person()),
                                t.say("protection.openers.count", each.openers())
                                        + (each.hers() ? " · " + t.say("protection.openers.you") : ""),
                                Saying.tone(said.getOrDefault(each.person(), List.of()), today),
                                Saying.degree(said.getOrDefault(each.person(), List.of()), today, t)))
                        .toList(),
                reading.inClear().stream().map(PartyPage::of).toList(),
                CurrentActor.get().may(ProtectionPermissions.PROTECT),
                reviews,
                reviews ? reviewing.waiting().size() : 0,
                keys.areOthers(),
                CurrentActor.get().may(ProtectionPermissions.SETTLE));
    }

    /** @param open the submitted form that opens the identity, {@code null} for a blank one */
    ProtectedPage of(PersonId person, @Nullable Form open, @Nullable Form list, Words t) {
        Protected she = reading.get(person);
        List<Degree> said = degrees.of(List.of(person)).getOrDefault(person, List.of());
        LocalDate today = settings.today();
        List<Trusted> listed = opening.listed(person);
        boolean protects = CurrentActor.get().may(ProtectionPermissions.PROTECT);
        return new ProtectedPage(
                she.codeName(),
                ProtectionUrls.person(person),
                PartyPage.of(person),
                t.say(
                        she.enteredSo() ? "protection.since.start" : "protection.since.later",
                        t.dateTime(she.since()),
                        she.by()),
                Saying.tone(said, today),
                Saying.degree(said, today, t),
                said.stream().map(each -> consent(each, protects, today, t)).toList(),
                listed.stream().map(Trusted::name).toList(),
                reading.swept(person).map(each -> sweep(each, t)).orElse(null),
                mentions.count(person),
                mentions.waiting(person).stream()
                        .map(each -> MentionWords.place(person, each, t))
                        .toList(),
                reading.gestures(person).stream()
                        .map(each -> Saying.line(each, t))
                        .toList(),
                protects,
                she.hers() ? open == null ? Form.named("open") : open : null,
                opening.mayList(person)
                        ? list == null
                                ? Form.named("list")
                                        .with(
                                                "openers",
                                                listed.stream()
                                                        .map(Trusted::account)
                                                        .toList())
                                : list
                        : null,
                Saying.options(opening.eligible()));
    }

    private static ProtectedPage.Sweep sweep(Swept it, Words t) {
        return new ProtectedPage.Sweep(
                t.say("protection.swept", t.dateTime(it.at()), it.texts(), it.files()),
                it.naming(),
                it.leftFiles().stream()
                        .map(each -> "/platform/document/" + each)
                        .toList(),
                it.leftIn(),
                it.backups());
    }

    private static ProtectedPage.Consent consent(Degree it, boolean mayWithdraw, LocalDate today, Words t) {
        boolean holds = it.holdsOn(today);
        LocalDate withdrawn = it.withdrawnOn();
        String word = holds
                ? t.say("protection.consent.until", t.date(it.until()))
                : withdrawn != null
                        ? t.say("protection.consent.withdrawn", t.date(withdrawn))
                        : t.say("protection.consent.ended", t.date(it.until()));
        return new ProtectedPage.Consent(
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
                holds && mayWithdraw ? Form.named("c" + it.id()).at(it.version()) : null);
    }
}
