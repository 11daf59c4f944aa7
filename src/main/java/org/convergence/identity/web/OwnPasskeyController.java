package org.convergence.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.domain.PasskeyQuestion;
import org.convergence.identity.domain.Passkeys;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
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

    private final Passkeys passkeys;
    private final OwnPages pages;

    OwnPasskeyController(Passkeys passkeys, OwnPages pages) {
        this.passkeys = passkeys;
        this.pages = pages;
    }

    private record NewOne(String name, String answer) {}

    @PostMapping("/question")
    ResponseEntity<String> ask(HttpServletRequest request, HttpServletResponse response) {
        PasskeyQuestion question = passkeys.ask();
        PasskeyTicket.write(request, response, question.ticket());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(question.options());
    }

    @PostMapping
    ModelAndView add(Form form, HttpServletRequest request, HttpServletResponse response) {
        String ticket = PasskeyTicket.take(request, response);
        return form.submit(
                answers -> new NewOne(answers.text("name", 100), form.value("answer")),
                one -> {
                    passkeys.add(one.name(), ticket, one.answer());
                    return Go.to("/identity/own").saying("identity.passkey.added", one.name());
                },
                () -> pages.withPasskey(form, request));
    }

    @PostMapping("/{passkey}/remove")
    ModelAndView remove(@PathVariable UUID passkey) {
        passkeys.removeMine(passkey);
        return Go.to("/identity/own").saying("identity.passkey.removed");
    }
}
