package org.convergence.cooperation.fieldwork.web;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.TimeZone;
import org.convergence.cooperation.fieldwork.domain.PartnerFormService.KeptCorrection;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkAccess;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkAccess.OpenedLink;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkService;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes;
import org.convergence.cooperation.fieldwork.web.NotesPage.HeldForm;
import org.convergence.cooperation.fieldwork.web.NotesPage.TypedCorrection;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Draws the page of a partner: its PIN, its entries, and what stands there after its end. */
@Component
record NotesPageAssembler(
        PartnerLinkAccess access, PublicLanguages languages, OrganisationSettings settings, Clock clock) {

    /** What the partner typed that could not be taken; {@code null} for nothing. */
    record TypedWords(
            @Nullable TypedCorrection reading, @Nullable KeptCorrection entry) {

        static final TypedWords NONE = new TypedWords(null, null);
    }

    ModelAndView pin(String secret, OpenedLink link, @Nullable String problem) {
        return PageView.of(
                "cooperation/fieldwork/notes-pin", page(secret, link, null, TypedWords.NONE, null, problem, false));
    }

    /** Asks for the PIN beside what was typed, which is sent with it. */
    ModelAndView held(String secret, OpenedLink link, TypedWords typed, HeldForm held, String problem) {
        return PageView.withErrors(
                PageView.of("cooperation/fieldwork/notes-pin", page(secret, link, null, typed, held, problem, false)));
    }

    ModelAndView notes(String secret, @Nullable String pass, OpenedLink link, boolean isDone) {
        return PageView.of(
                "cooperation/fieldwork/notes",
                page(secret, link, access.findNotes(secret, pass), TypedWords.NONE, null, null, isDone));
    }

    /** The page that a telephone keeps: with the forms, without any partner's entries. */
    ModelAndView offline(String secret, OpenedLink link) {
        return PageView.of("cooperation/fieldwork/notes", page(secret, link, null, TypedWords.NONE, null, null, false));
    }

    /** The page with what was typed and what is wrong with it; without other entries unless they may be read. */
    ModelAndView refused(String secret, @Nullable String pass, OpenedLink link, TypedWords typed, String problem) {
        PartnerNotes notes = link.isOpen() && link.hasEntered() ? access.findNotes(secret, pass) : null;
        return PageView.withErrors(
                PageView.of("cooperation/fieldwork/notes", page(secret, link, notes, typed, null, problem, false)));
    }

    /**
     * A page that was closed or ended.
     *
     * @param isDone whether an entry just came
     */
    ModelAndView gone(String secret, OpenedLink link, boolean isDone) {
        return gone(page(
                secret,
                link,
                null,
                TypedWords.NONE,
                null,
                link.isRevoked() ? "public.fieldwork.closed" : "public.fieldwork.ended",
                isDone && !link.isRevoked()));
    }

    /** Says that what was typed is not kept, and shows it so that it can be copied. */
    ModelAndView lost(String secret, OpenedLink link, TypedWords typed) {
        return gone(page(secret, link, null, typed, null, "public.fieldwork.lost", false));
    }

    private static ModelAndView gone(NotesPage page) {
        ModelAndView gone = PageView.of("cooperation/fieldwork/notes-gone", page);
        gone.setStatus(HttpStatus.GONE);
        return gone;
    }

    /** The day of a country; of one with several time zones the latest. */
    private LocalDate findLatestDay(String country) {
        return com.ibm.icu.util.TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null).stream()
                .map(id -> LocalDate.ofInstant(
                        clock.instant(), TimeZone.getTimeZone(id).toZoneId()))
                .max(Comparator.naturalOrder())
                .orElse(settings.today());
    }

    private NotesPage page(
            String secret,
            OpenedLink link,
            @Nullable PartnerNotes notes,
            TypedWords typed,
            @Nullable HeldForm held,
            @Nullable String problem,
            boolean isDone) {
        NotesWords t = NotesWords.of(link, languages);
        Currency usual = Currency.getInstance(ULocale.forLanguageTag("und-" + link.country()));
        return new NotesPage(
                t,
                PartnerLinkService.PATH + secret,
                link.publicKey(),
                link.numbers(),
                usual == null ? "USD" : usual.getCurrencyCode(),
                findLatestDay(link.country()).toString(),
                notes,
                typed.reading(),
                typed.entry(),
                held,
                problem == null ? null : t.say(problem),
                isDone);
    }
}
