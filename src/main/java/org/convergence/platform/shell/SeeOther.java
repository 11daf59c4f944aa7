package org.convergence.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * The response to a successful form: redirects to another page of this site (303), which shows a notice once. For
 * instance {@code SeeOther.to("/plan/actionplan").saying("actionplan.adopted",
 * title).undo("/plan/actionplan/…/adoption/undo")}.
 */
public final class SeeOther extends ModelAndView {

    private final String url;
    private @Nullable Notice notice;

    private SeeOther(String url) {
        this.url = url;
        setView(new NoticeRedirectView(url, null));
    }

    /** Redirects to an address of this site, which begins with one slash. */
    public static SeeOther to(String url) {
        if (!isLocal(url)) {
            throw new IllegalArgumentException("Not an address of this site");
        }
        return new SeeOther(url);
    }

    /** Redirects to the page from which the form came, if it is on this site; else to the given address. */
    public static SeeOther back(@Nullable String from, String otherwise) {
        return to(from != null && isLocal(from) ? from : otherwise);
    }

    /** Adds a notice for the next page: a message of the module, with its arguments (text, numbers, dates). */
    public SeeOther withNotice(String key, Object... arguments) {
        return with(new Notice(Tone.OK, key, List.of(arguments), null));
    }

    /** As {@link #withNotice}, for a success that needs attention. */
    public SeeOther withWarning(String key, Object... arguments) {
        return with(new Notice(Tone.WARN, key, List.of(arguments), null));
    }

    /** Adds a button that undoes the action, by a POST to the given address. */
    public SeeOther withUndo(String action) {
        if (notice == null || !isLocal(action)) {
            throw new IllegalArgumentException("Undo needs a notice and an address of this site");
        }
        return with(new Notice(notice.tone(), notice.key(), notice.arguments(), action));
    }

    private SeeOther with(Notice next) {
        notice = next;
        setView(new NoticeRedirectView(url, next));
        return this;
    }

    /** Whether an address stays on this site: a path without host, double slashes or control characters. */
    public static boolean isLocal(String url) {
        return url.startsWith("/")
                && !url.startsWith("//")
                && url.indexOf('\\') < 0
                && url.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /** Redirects the browser (303), or htmx by its header, with a notice for the next page. */
    private record NoticeRedirectView(String url, @Nullable Notice notice) implements View {

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
            if (notice != null) {
                response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        NoticeCookie.of(notice, SecureConnection.isSecure(request))
                                .toString());
            }
            if (request.getHeader("HX-Request") != null) {
                response.setStatus(HttpServletResponse.SC_OK);
                response.setHeader("HX-Redirect", url);
            } else {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader(HttpHeaders.LOCATION, url);
            }
        }
    }
}
