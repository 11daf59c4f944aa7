package org.convergence.platform.publicform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convergence.platform.access.Network;
import org.convergence.platform.access.Pace;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The way in for forms that anyone may send. A network is an address, or the half of a longer one that a household has; the
 * limits are far above what people in one office do.
 */
@Component
public class PublicForms {

    /** How many forms one network may send in a quarter of an hour. */
    static final int SENT = 120;

    /** How many pages one network may open in a quarter of an hour. */
    static final int OPENED = 900;

    /** Nobody reads and answers faster. */
    static final Duration LEAST = Duration.ofSeconds(2);

    /** For how long an open form is taken without a second look. */
    static final Duration MOST = Duration.ofHours(24);

    private final OpeningTimes times;
    private final Clock clock;
    private final Pace pace = new Pace();

    PublicForms(OpeningTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /**
     * A page is opened: no search engine keeps it, and its address is told to no other site.
     *
     * @throws ResponseStatusException (429) where a network opens more than people do
     */
    public void open(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (!pace.allows("opens " + Network.of(request.getRemoteAddr()), OPENED)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    /**
     * What the form carries. One that is shown again keeps the time at which it was first opened, as long as that is not
     * what was wrong with it.
     *
     * @param form its name, which is part of what is signed
     */
    public Shield shield(String form, HttpServletRequest request) {
        Instant now = clock.instant();
        return new Shield(times.read(form, request.getParameter(Shield.OPENED))
                .filter(opened -> !isStale(opened, now))
                .map(opened -> times.sign(form, opened))
                .orElseGet(() -> times.sign(form, now)));
    }

    /** That of a form opened at some moment. */
    public Shield shield(String form, Instant opened) {
        return new Shield(times.sign(form, opened));
    }

    /** As {@link Form#submit}, once nothing speaks against the way in which the form came. */
    public <T> ModelAndView submit(
            String form,
            HttpServletRequest request,
            Form typed,
            Function<Answers, T> read,
            Function<T, ModelAndView> act,
            Supplier<ModelAndView> again) {
        Objection objection = objection(form, request);
        if (objection == null) {
            return typed.submit(read, act, again);
        }
        typed.refuse(objection.key());
        ModelAndView page = again.get();
        page.setStatus(objection.status());
        return page;
    }

    private @Nullable Objection objection(String form, HttpServletRequest request) {
        if (!pace.allows("sends " + Network.of(request.getRemoteAddr()), SENT)) {
            return Objection.OFTEN;
        }
        String trapped = request.getParameter(Shield.TRAP);
        if (trapped != null && !trapped.isBlank()) {
            return Objection.TRAP;
        }
        Instant now = clock.instant();
        Instant opened = times.read(form, request.getParameter(Shield.OPENED)).orElse(Instant.EPOCH);
        if (isStale(opened, now)) {
            return Objection.STALE;
        }
        return opened.plus(LEAST).isAfter(now) ? Objection.FAST : null;
    }

    private static boolean isStale(Instant opened, Instant now) {
        return opened.isBefore(now.minus(MOST)) || opened.isAfter(now.plus(LEAST));
    }
}
