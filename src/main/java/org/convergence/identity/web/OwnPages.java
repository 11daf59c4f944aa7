package org.convergence.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.convergence.identity.domain.ApiTokens;
import org.convergence.identity.domain.Passkeys;
import org.convergence.identity.domain.Sessions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.OwnEntry;
import org.convergence.platform.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Assembles the page of the current user's account. */
@Component
class OwnPages {

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Passkeys passkeys;
    private final SessionCookie cookie;
    private final List<OwnEntry> entries;

    OwnPages(Sessions sessions, ApiTokens tokens, Passkeys passkeys, SessionCookie cookie, List<OwnEntry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(OwnEntry::order))
                .toList();
        this.sessions = sessions;
        this.tokens = tokens;
        this.passkeys = passkeys;
        this.cookie = cookie;
    }

    /** The page with the given token form, and the token that was just created. */
    ModelAndView withToken(Form token, @Nullable String secret, HttpServletRequest request) {
        return page(token, blankPasskey(request), secret, request);
    }

    /** The page with the given passkey form. */
    ModelAndView withPasskey(Form passkey, HttpServletRequest request) {
        return page(blankToken(), passkey, null, request);
    }

    ModelAndView blank(HttpServletRequest request) {
        return page(blankToken(), blankPasskey(request), null, request);
    }

    private ModelAndView page(Form token, Form passkey, @Nullable String secret, HttpServletRequest request) {
        return Page.of(
                "identity/own",
                new OwnPage(
                        CurrentActor.get().label(),
                        sessions.mine(cookie.read(request).orElse("")),
                        passkeys.mine(),
                        tokens.mine(),
                        token,
                        passkey,
                        entries.stream()
                                .filter(entry -> CurrentActor.get().may(entry.permission()))
                                .toList(),
                        secret));
    }

    static Form blankToken() {
        return Form.named("token").with("days", 90).with("natures", Set.of(Nature.READ));
    }

    private static Form blankPasskey(HttpServletRequest request) {
        return Form.named("passkey").with("name", Device.of(request.getHeader(HttpHeaders.USER_AGENT)));
    }
}
