package org.convergence.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.convergence.identity.domain.ApiTokenService;
import org.convergence.identity.domain.PasskeyService;
import org.convergence.identity.domain.SessionService;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.PersonalPageEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Assembles the page of the current user's account. */
@Component
class OwnAccountPageAssembler {

    private final SessionService sessions;
    private final ApiTokenService tokens;
    private final PasskeyService passkeys;
    private final SessionCookie cookie;
    private final List<PersonalPageEntry> entries;

    OwnAccountPageAssembler(
            SessionService sessions,
            ApiTokenService tokens,
            PasskeyService passkeys,
            SessionCookie cookie,
            List<PersonalPageEntry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(PersonalPageEntry::order))
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
        return PageView.of(
                "identity/own",
                new OwnAccountPage(
                        CurrentActor.get().label(),
                        sessions.findOwn(cookie.read(request).orElse("")),
                        passkeys.findOwn(),
                        tokens.findOwn(),
                        token,
                        passkey,
                        entries.stream()
                                .filter(entry -> CurrentActor.get().may(entry.permission()))
                                .toList(),
                        secret));
    }

    static Form blankToken() {
        return Form.named("token").with("days", 90).with("natures", Set.of(PermissionNature.READ));
    }

    private static Form blankPasskey(HttpServletRequest request) {
        return Form.named("passkey")
                .with("name", DeviceDescription.describe(request.getHeader(HttpHeaders.USER_AGENT)));
    }
}
