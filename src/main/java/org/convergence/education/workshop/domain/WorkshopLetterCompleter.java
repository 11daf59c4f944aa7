package org.convergence.education.workshop.domain;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.education.workshop.domain.WorkshopLetterSender.WorkshopLetterKind;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the status link, and the promise of an answer, when a letter leaves; a letter that is no longer true is withheld. */
@Component
record WorkshopLetterCompleter(
        ObjectProvider<WorkshopLinkRepository> links,
        ObjectProvider<WorkshopRequestRepository> requests,
        JdbcClient db,
        PublicLanguages languages,
        OrganisationSettings settings,
        BaseUrl baseUrl)
        implements BodyCompleter {

    @Override
    public String name() {
        return WorkshopLetterSender.MATTER;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        boolean isTrue = requests.getObject()
                .findById(letter.subject())
                .filter(request -> Stream.of(WorkshopLetterKind.values())
                        .filter(kind -> kind.purpose().equals(letter.purpose()))
                        .allMatch(kind -> kind.isTrueIn(request.state())))
                .isPresent();
        return isTrue && !isReplaced(letter) && !isPast(letter)
                ? Optional.empty()
                : Optional.of("workshop.letter.withheld");
    }

    /** Whether the day that it tells is over. */
    private boolean isPast(WaitingLetter letter) {
        return WorkshopLetterKind.tellsDate(letter.purpose())
                && db.sql(
                                "SELECT coalesce(max(day) < :today, false) FROM education.workshop_session WHERE request = :request")
                        .param("today", settings.today())
                        .param("request", letter.subject())
                        .query(Boolean.class)
                        .single();
    }

    /** Whether a later letter tells another date. */
    private boolean isReplaced(WaitingLetter letter) {
        return WorkshopLetterKind.tellsDate(letter.purpose())
                && db.sql("SELECT EXISTS (" + WorkshopLetterSender.DATES
                                + " AND s.posted_at > :posted AND s.state <> 'WITHHELD')")
                        .param("request", letter.subject())
                        .param("posted", SqlTime.at(letter.postedAt()))
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public Map<String, String> complete(UUID request) {
        return Map.of(
                "link",
                baseUrl.value() + PublicRequestService.PATH + links.getObject().issue(request),
                "promise",
                requests.getObject().findById(request).map(this::promise).orElse(""));
    }

    /** Until when an answer is promised; empty once it is given. No day that is over is promised. */
    private String promise(WorkshopRequest request) {
        Words t = languages.wordsFor(request.facts().language());
        return !request.state().isOpen()
                ? ""
                : request.promisedOn().isBefore(settings.today())
                        ? t.say("public.workshop.letter.promise.late")
                        : t.say("public.workshop.letter.promise", request.promisedOn());
    }
}
