package org.convergence.platform.publicform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convergence.platform.access.Network;
import org.convergence.platform.access.RateLimiter;
import org.convergence.platform.access.RateLimiter.Limit;
import org.convergence.platform.access.SecretAttempts;
import org.convergence.platform.access.TooManyAttempts;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The way in for forms that anyone may send. A form behind a link is limited by its link. Any other is limited by network
 * (an address, or the half of a longer one that a household has), far above what a hall full of people sends.
 */
@Component
public class PublicForms {

    /** How many forms without a link one network may send in a quarter of an hour. */
    static final int SENT_BY_NETWORK = 600;

    /** How many pages without a link one network may open in a quarter of an hour. */
    static final int OPENED_BY_NETWORK = 3000;

    /** How often one link may be opened or sent from in a quarter of an hour. */
    static final int USED_BY_LINK = 120;

    /** Nobody reads and answers faster. */
    static final Duration LEAST = Duration.ofSeconds(2);

    /** For how long an open form is taken without a second look. */
    static final Duration MOST = Duration.ofHours(24);

    private static final String BY_LINK = PublicForms.class.getName() + ".byLink";

    private final OpeningTimes times;
    private final Clock clock;
    private final SecretAttempts attempts;
    private final RateLimiter limiter;

    PublicForms(OpeningTimes times, Clock clock, SecretAttempts attempts) {
        this.times = times;
        this.clock = clock;
        this.attempts = attempts;
        this.limiter = new RateLimiter(clock);
    }

    /**
     * Opens a page that has no link of its own: no search engine keeps it, and its address is told to no other site.
     *
     * @throws TooManyAttempts where a network opens more than people do
     */
    public void open(HttpServletRequest request, HttpServletResponse response) {
        hide(response);
        Limit limit = new Limit("opens " + Network.of(request.getRemoteAddr()), OPENED_BY_NETWORK);
        limiter.count(limit).ifPresent(wait -> {
            throw new TooManyAttempts("public.limit.network", wait);
        });
    }

    /**
     * Opens a page behind a link, or takes a form that it sends. A valid link counts against itself, a wrong one against its
     * network.
     *
     * @param find what the secret opens
     * @throws NotFound where it opens nothing
     * @throws TooManyAttempts where the link is used, or the network tries wrong links, more than people do
     */
    public <T> T open(String secret, HttpServletRequest request, HttpServletResponse response, Supplier<T> find) {
        hide(response);
        T found;
        try {
            found = find.get();
        } catch (NotFound wrong) {
            attempts.countWrong(request.getRemoteAddr());
            throw wrong;
        }
        attempts.countValid(secret, USED_BY_LINK);
        request.setAttribute(BY_LINK, true);
        return found;
    }

    private static void hide(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
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
            HttpServletResponse response,
            Form typed,
            Function<Answers, T> read,
            Function<T, ModelAndView> act,
            Supplier<ModelAndView> again) {
        Optional<TooManyAttempts> refused = tooMany(request);
        Objection objection = refused.isPresent() ? Objection.OFTEN : objection(form, request);
        if (objection == null) {
            return typed.submit(read, act, again);
        }
        refused.ifPresent(
                limit -> limit.getHeaders().forEach((name, values) -> response.setHeader(name, values.get(0))));
        typed.refuse(
                objection.key(),
                refused.map(limit -> new Object[] {limit.minutes()}).orElse(new Object[0]));
        ModelAndView page = again.get();
        page.setStatus(objection.status());
        return page;
    }

    /** Of a form behind a link, the link was counted when it was opened. */
    private Optional<TooManyAttempts> tooMany(HttpServletRequest request) {
        return request.getAttribute(BY_LINK) != null
                ? Optional.empty()
                : limiter.count(new Limit("sends " + Network.of(request.getRemoteAddr()), SENT_BY_NETWORK))
                        .map(wait -> new TooManyAttempts(Objection.OFTEN.key(), wait));
    }

    private @Nullable Objection objection(String form, HttpServletRequest request) {
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
