package org.convergence.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.domain.ApiTokens;
import org.convergence.identity.domain.Sessions;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.MenuEntry;
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
class OwnController {

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final OwnPages pages;

    OwnController(Sessions sessions, ApiTokens tokens, OwnPages pages) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.pages = pages;
    }

    private record Wish(String name, Set<Nature> natures, int days) {}

    @GetMapping
    ModelAndView show(HttpServletRequest request) {
        return pages.blank(request);
    }

    @PostMapping("/sessions/{session}/end")
    ModelAndView endSession(@PathVariable UUID session) {
        sessions.endMine(session);
        return Go.to("/identity/own").saying("identity.own.session_ended");
    }

    /** The secret is shown on this response only. */
    @PostMapping("/tokens")
    ModelAndView makeToken(Form form, HttpServletRequest request) {
        return form.submit(
                answers -> {
                    Set<Nature> natures = EnumSet.noneOf(Nature.class);
                    natures.addAll(answers.choices("natures", Nature.class));
                    return new Wish(
                            answers.text("name", 100), natures, answers.whole("days", 1, ApiTokens.LONGEST_DAYS));
                },
                wish -> pages.withToken(
                        OwnPages.blankToken(), tokens.make(wish.name(), wish.natures(), wish.days()), request),
                () -> pages.withToken(form, null, request));
    }

    @PostMapping("/tokens/{token}/revoke")
    ModelAndView revokeToken(@PathVariable UUID token) {
        tokens.revokeMine(token);
        return Go.to("/identity/own").saying("identity.own.token_revoked");
    }

    @Bean
    static MenuEntry ownEntry() {
        return MenuEntry.of(MenuEntry.Group.FOOT, 90, "identity.menu.own", "/identity/own")
                .requiring(IdentityPermissions.OWN);
    }
}
