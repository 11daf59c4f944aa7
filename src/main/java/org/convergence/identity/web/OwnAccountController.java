package org.convergence.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.domain.ApiTokenService;
import org.convergence.identity.domain.PasskeyService;
import org.convergence.identity.domain.PasskeyService.PasskeyChallenge;
import org.convergence.identity.domain.SessionService;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.PersonalPageEntry;
import org.convergence.platform.shell.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The current user's account: sessions, tokens and passkeys. */
@Controller
@RequestMapping("/identity/own")
@Requires(IdentityPermissions.OWN)
class OwnAccountController {

    private final SessionService sessions;
    private final ApiTokenService tokens;
    private final PasskeyService passkeys;
    private final SessionCookie cookie;
    private final List<PersonalPageEntry> entries;

    OwnAccountController(
            SessionService sessions,
            ApiTokenService tokens,
            PasskeyService passkeys,
            SessionCookie cookie,
            List<PersonalPageEntry> entries) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.passkeys = passkeys;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(PersonalPageEntry::order))
                .toList();
        this.cookie = cookie;
    }

    private record TokenInput(String name, Set<PermissionNature> natures, int days) {}

    @GetMapping
    ModelAndView show(HttpServletRequest request) {
        return blank(request);
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
                wish -> withToken(
                        OwnAccountController.blankToken(),
                        tokens.create(wish.name(), wish.natures(), wish.days()),
                        request),
                () -> withToken(form, null, request));
    }

    @PostMapping("/tokens/{token}/revoke")
    ModelAndView revokeToken(@PathVariable UUID token) {
        tokens.revokeMine(token);
        return SeeOther.to("/identity/own").withNotice("identity.own.token_revoked");
    }

    @Bean
    static MenuEntry ownEntry() {
        return MenuEntry.of("identity.menu.own", "/identity/own").requiring(IdentityPermissions.OWN);
    }

    private record PasskeyInput(String name, String answer) {}

    @PostMapping("/passkeys/question")
    ResponseEntity<String> ask(HttpServletRequest request, HttpServletResponse response) {
        PasskeyChallenge question = passkeys.createChallenge();
        PasskeyTicketCookie.write(request, response, question.ticket());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(question.options());
    }

    @PostMapping("/passkeys")
    ModelAndView add(Form form, HttpServletRequest request, HttpServletResponse response) {
        String ticket = PasskeyTicketCookie.take(request, response);
        return form.submit(
                answers -> new PasskeyInput(answers.text("name", 100), form.value("answer")),
                one -> {
                    passkeys.add(one.name(), ticket, one.answer());
                    return SeeOther.to("/identity/own").withNotice("identity.passkey.added", one.name());
                },
                () -> withPasskey(form, request));
    }

    @PostMapping("/passkeys/{passkey}/remove")
    ModelAndView remove(@PathVariable UUID passkey) {
        passkeys.removeMine(passkey);
        return SeeOther.to("/identity/own").withNotice("identity.passkey.removed");
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
