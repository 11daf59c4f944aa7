package org.convergence.identity.domain;

import org.convergence.platform.shell.LanguageChosen;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores the language that a user chose. */
@Component
class LanguageChoiceListener {

    private final AccountRepository accounts;

    LanguageChoiceListener(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @EventListener
    @Transactional
    void save(LanguageChosen chosen) {
        accounts.findById(chosen.account())
                .ifPresent(account -> accounts.save(account.withNameAndLanguage(account.name(), chosen.language())));
    }
}
