package org.convergence.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.domain.PasskeyChallenge;
import org.convergence.identity.domain.PasskeyService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Adds and removes the current user's passkeys. */
@Controller
@RequestMapping("/identity/own/passkeys")
@Requires(IdentityPermissions.OWN)
class OwnPasskeyController {

    private final PasskeyService passkeys;
    private final OwnAccountPageAssembler pages;

    OwnPasskeyController(PasskeyService passkeys, OwnAccountPageAssembler pages) {
        this.passkeys = passkeys;
        this.pages = pages;
    }

    private record PasskeyInput(String name, String answer) {}

    @PostMapping("/question")
    ResponseEntity<String> ask(HttpServletRequest request, HttpServletResponse response) {
        PasskeyChallenge question = passkeys.createChallenge();
        PasskeyTicketCookie.write(request, response, question.ticket());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(question.options());
    }

    @PostMapping
    ModelAndView add(Form form, HttpServletRequest request, HttpServletResponse response) {
        String ticket = PasskeyTicketCookie.take(request, response);
        return form.submit(
                answers -> new PasskeyInput(answers.text("name", 100), form.value("answer")),
                one -> {
                    passkeys.add(one.name(), ticket, one.answer());
                    return SeeOther.to("/identity/own").withNotice("identity.passkey.added", one.name());
                },
                () -> pages.withPasskey(form, request));
    }

    @PostMapping("/{passkey}/remove")
    ModelAndView remove(@PathVariable UUID passkey) {
        passkeys.removeMine(passkey);
        return SeeOther.to("/identity/own").withNotice("identity.passkey.removed");
    }
}
