package org.convergence.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.domain.ApiTokenService;
import org.convergence.identity.domain.SessionService;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.SeeOther;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The current user's account. */
@Controller
@RequestMapping("/identity/own")
@Requires(IdentityPermissions.OWN)
class OwnAccountController {

    private final SessionService sessions;
    private final ApiTokenService tokens;
    private final OwnAccountPageAssembler pages;

    OwnAccountController(SessionService sessions, ApiTokenService tokens, OwnAccountPageAssembler pages) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.pages = pages;
    }

    private record TokenInput(String name, Set<PermissionNature> natures, int days) {}

    @GetMapping
    ModelAndView show(HttpServletRequest request) {
        return pages.blank(request);
    }

    @PostMapping("/sessions/{session}/end")
    ModelAndView endSession(@PathVariable UUID session) {
        sessions.endMine(session);
        return SeeOther.to("/identity/own").withNotice("identity.own.session_ended");
    }

    /** The secret is shown on this response only. */
    @PostMapping("/tokens")
    ModelAndView makeToken(Form form, HttpServletRequest request) {
        return form.submit(
                answers -> {
                    Set<PermissionNature> natures = EnumSet.noneOf(PermissionNature.class);
                    natures.addAll(answers.choices("natures", PermissionNature.class));
                    return new TokenInput(
                            answers.text("name", 100),
                            natures,
                            answers.wholeNumber("days", 1, ApiTokenService.LONGEST_DAYS));
                },
                wish -> pages.withToken(
                        OwnAccountPageAssembler.blankToken(),
                        tokens.create(wish.name(), wish.natures(), wish.days()),
                        request),
                () -> pages.withToken(form, null, request));
    }

    @PostMapping("/tokens/{token}/revoke")
    ModelAndView revokeToken(@PathVariable UUID token) {
        tokens.revokeMine(token);
        return SeeOther.to("/identity/own").withNotice("identity.own.token_revoked");
    }

    @Bean
    static MenuEntry ownEntry() {
        return MenuEntry.of(MenuEntry.MenuGroup.FOOT, 90, "identity.menu.own", "/identity/own")
                .requiring(IdentityPermissions.OWN);
    }
}
