package org.convergence.platform.publicform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convergence.platform.access.ClientNetwork;
import org.convergence.platform.access.RateLimiter;
import org.convergence.platform.access.RateLimiter.RateLimit;
import org.convergence.platform.access.SecretAttemptLimiter;
import org.convergence.platform.access.TooManyAttempts;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.keys.MarkGenerator;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Protects forms that anyone may send. A form behind a link is limited by its link. Any other is limited by network
 * ({@link ClientNetwork}), far above what a hall full of people sends.
 */
@Component
public class PublicFormGuard {

    /** Forms without a link that one network may send in a quarter of an hour. */
    static final int SENT_BY_NETWORK = 600;

    /** Pages without a link that one network may open in a quarter of an hour. */
    static final int OPENED_BY_NETWORK = 3000;

    /** Times that one link may be opened or sent from in a quarter of an hour. */
    static final int USED_BY_LINK = 120;

    /** The same for a link that a whole hall uses, such as the code on a poster: three times for each of 400 people. */
    static final int USED_BY_SHARED_LINK = 1200;

    /** The shortest time in which a person can read and answer. */
    static final Duration LEAST = Duration.ofSeconds(2);

    /** The longest time between opening and sending a form; an older form must be sent a second time. */
    static final Duration MOST = Duration.ofHours(24);

    private static final String BY_LINK = PublicFormGuard.class.getName() + ".byLink";
    private static final String USE = "public form";

    private final Clock clock;
    private final SecretAttemptLimiter attempts;
    private final RateLimiter limiter;
    private final MarkGenerator marks;
    private final FormOrigins origins;

    PublicFormGuard(Clock clock, SecretAttemptLimiter attempts, MarkGenerator marks, FormOrigins origins) {
        this.clock = clock;
        this.attempts = attempts;
        this.limiter = new RateLimiter(clock);
        this.marks = marks;
        this.origins = origins;
    }

    /**
     * Opens a page without a link: not indexed by search engines, its address not sent to other sites.
     *
     * @throws TooManyAttempts if a network opens too many
     */
    public void open(HttpServletRequest request, HttpServletResponse response) {
        hide(response);
        countOpening(request);
    }

    /**
     * Counts the opening of a page that search engines may index.
     *
     * @throws TooManyAttempts if a network opens too many
     */
    public void countOpening(HttpServletRequest request) {
        RateLimit limit = new RateLimit("opens " + ClientNetwork.of(request.getRemoteAddr()), OPENED_BY_NETWORK);
        limiter.count(limit).ifPresent(wait -> {
            throw new TooManyAttempts("public.limit.network", wait);
        });
    }

    /**
     * Opens a page behind a link, or accepts a form that it sends. A valid link counts against itself, a wrong one
     * against its network.
     *
     * @param find the record that the secret opens
     * @throws NotFound if the secret opens nothing
     * @throws TooManyAttempts if the link is used too often, or the network tries too many wrong links
     */
    public <T> T open(String secret, HttpServletRequest request, HttpServletResponse response, Supplier<T> find) {
        return open(secret, USED_BY_LINK, request, response, find);
    }

    /**
     * As {@link #open(String, HttpServletRequest, HttpServletResponse, Supplier)}, for one link that is given to a hall
     * full of people, perhaps in one network.
     */
    public <T> T openShared(String secret, HttpServletRequest request, HttpServletResponse response, Supplier<T> find) {
        return open(secret, USED_BY_SHARED_LINK, request, response, find);
    }

    private <T> T open(
            String secret, int most, HttpServletRequest request, HttpServletResponse response, Supplier<T> find) {
        hide(response);
        T found;
        try {
            found = find.get();
        } catch (NotFound wrong) {
            attempts.countWrong(request.getRemoteAddr());
            throw wrong;
        }
        attempts.countValid(secret, most);
        request.setAttribute(BY_LINK, true);
        return found;
    }

    private static void hide(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    /**
     * The hidden fields of the form. A form shown again keeps its first opening time, unless that was rejected.
     *
     * @param form its name, which is part of the signed text
     */
    public FormShield shield(String form, HttpServletRequest request) {
        Instant now = clock.instant();
        return new FormShield(
                read(form, request.getParameter(FormShield.OPENED))
                        .filter(opened -> !isStale(opened, now))
                        .map(opened -> sign(form, opened))
                        .orElseGet(() -> sign(form, now)),
                request.getParameter(FormOrigins.VIA));
    }

    /** The hidden fields of a form opened at a given time. */
    public FormShield shield(String form, Instant opened) {
        return new FormShield(sign(form, opened), null);
    }

    /**
     * As {@link Form#submit}; a form that is sent too fast, too late or too often, filled in by a bot, or beyond a
     * limit of its own ({@link TooManyAttempts}), is shown again with the objection.
     */
    public <T> ModelAndView submit(
            String form,
            HttpServletRequest request,
            HttpServletResponse response,
            Form typed,
            Function<FormValues, T> read,
            Function<T, ModelAndView> act,
            Supplier<ModelAndView> again) {
        try {
            requireFew(request);
            FormObjection objection = objection(form, request);
            return objection == null
                    ? typed.submit(read, counted(act, request.getParameter(FormOrigins.VIA), form), again)
                    : refuse(typed, HttpStatus.UNPROCESSABLE_CONTENT, again, objection.key());
        } catch (TooManyAttempts limit) {
            limit.getHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
            return refuse(typed, HttpStatus.TOO_MANY_REQUESTS, again, limit.messageKey(), limit.minutes());
        }
    }

    private <T> Function<T, ModelAndView> counted(Function<T, ModelAndView> act, @Nullable String via, String form) {
        return input -> {
            ModelAndView done = act.apply(input);
            origins.count(via, form);
            return done;
        };
    }

    private static ModelAndView refuse(
            Form typed, HttpStatus status, Supplier<ModelAndView> again, String key, Object... arguments) {
        typed.refuse(key, arguments);
        ModelAndView page = again.get();
        page.setStatus(status);
        return page;
    }

    /** Counts a form against the limit of its network; a form behind a link was counted when the link was opened. */
    private void requireFew(HttpServletRequest request) {
        if (request.getAttribute(BY_LINK) == null) {
            limiter.count(new RateLimit("sends " + ClientNetwork.of(request.getRemoteAddr()), SENT_BY_NETWORK))
                    .ifPresent(wait -> {
                        throw new TooManyAttempts("public.form.OFTEN", wait);
                    });
        }
    }

    private @Nullable FormObjection objection(String form, HttpServletRequest request) {
        String trapped = request.getParameter(FormShield.TRAP);
        if (trapped != null && !trapped.isBlank()) {
            return FormObjection.TRAP;
        }
        Instant now = clock.instant();
        Instant opened = read(form, request.getParameter(FormShield.OPENED)).orElse(Instant.EPOCH);
        if (isStale(opened, now)) {
            return FormObjection.STALE;
        }
        return opened.plus(LEAST).isAfter(now) ? FormObjection.FAST : null;
    }

    private static boolean isStale(Instant opened, Instant now) {
        return opened.isBefore(now.minus(MOST)) || opened.isAfter(now.plus(LEAST));
    }

    /**
     * The time at which a form was opened, signed with the installation's keys, so that it cannot be forged and no session
     * is needed.
     */
    private String sign(String form, Instant opened) {
        String time = Long.toString(opened.toEpochMilli(), Character.MAX_RADIX);
        return time + "." + marks.compute(form + " " + time, USE);
    }

    /** Verifies the signature; empty if it is invalid or for another form. */
    private Optional<Instant> read(String form, @Nullable String signed) {
        int point = signed == null ? -1 : signed.indexOf('.');
        if (signed == null || point < 1 || point > 12) {
            return Optional.empty();
        }
        String time = signed.substring(0, point);
        boolean ours = time.matches("[0-9a-z]+")
                && marks.computeAll(form + " " + time, USE).contains(signed.substring(point + 1));
        return ours ? Optional.of(Instant.ofEpochMilli(Long.parseLong(time, Character.MAX_RADIX))) : Optional.empty();
    }

    /**
     * Why a form is not accepted as it comes. It is shown again with its content; sent once more, it is mostly accepted.
     */
    private enum FormObjection {
        /** The hidden field was filled in. */
        TRAP,
        /** The form came back too fast for a human reader. */
        FAST,
        /** The form was open for too long, or its time was not signed here. */
        STALE;

        String key() {
            return "public.form." + name();
        }
    }
}
