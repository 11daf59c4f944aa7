package org.convergence.platform.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * After a form has done its work: go to another page of ours (303), which says once what happened. For instance
 * {@code Go.to("/plan/actionplan").saying("actionplan.adopted", title).undo("/plan/actionplan/…/adoption/undo")}.
 */
public final class Go extends ModelAndView {

    private final String url;
    private @Nullable Notice notice;

    private Go(String url) {
        this.url = url;
        setView(new Redirect(url, null));
    }

    /** To an address of ours, which begins with one slash. */
    public static Go to(String url) {
        if (!isOurs(url)) {
            throw new IllegalArgumentException("Not an address of this site");
        }
        return new Go(url);
    }

    /** To where the form says that one came from, if that is ours; else to the given address. */
    public static Go back(@Nullable String from, String otherwise) {
        return to(from != null && isOurs(from) ? from : otherwise);
    }

    /** Shown once on the next page: a message of the module, with its arguments (text, numbers, dates). */
    public Go saying(String key, Object... arguments) {
        return with(new Notice(Tone.OK, key, List.of(arguments), null));
    }

    /** As {@link #saying}, for what went through but asks for attention. */
    public Go warning(String key, Object... arguments) {
        return with(new Notice(Tone.WARN, key, List.of(arguments), null));
    }

    /** Offers to take back what was just done, by a POST to the given address. */
    public Go undo(String action) {
        if (notice == null || !isOurs(action)) {
            throw new IllegalArgumentException("Undo needs a notice and an address of this site");
        }
        return with(new Notice(notice.tone(), notice.key(), notice.arguments(), action));
    }

    private Go with(Notice next) {
        notice = next;
        setView(new Redirect(url, next));
        return this;
    }

    /** Whether an address stays on this site: a path, no host, no trick with slashes or control characters. */
    public static boolean isOurs(String url) {
        return url.startsWith("/")
                && !url.startsWith("//")
                && url.indexOf('\\') < 0
                && url.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
