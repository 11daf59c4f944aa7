package org.convergence.identity.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorNameMatcher;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.TextNormalizer;
import org.springframework.stereotype.Component;

/**
 * Matches an actor by the account's name, or by the name of the role whose permissions the actor has, with or without
 * an article.
 */
@Component
class AccountNameMatcher implements ActorNameMatcher {

    private static final String ARTICLE = "^(la|le|les|l|the) ";

    private final RolePermissions rolePermissions;
    private final RecipientWords recipientWords;
    private final Map<Role, Set<String>> names = new ConcurrentHashMap<>();

    AccountNameMatcher(RolePermissions rolePermissions, RecipientWords recipientWords) {
        this.rolePermissions = rolePermissions;
        this.recipientWords = recipientWords;
    }

    @Override
    public boolean matches(String words, Actor actor) {
        String named = normalise(words);
        return !named.isEmpty()
                && (named.equals(normalise(actor.label()))
                        || Arrays.stream(Role.values())
                                .filter(role ->
                                        actor.permissions().equals(rolePermissions.permissionsOf(List.of(role))))
                                .anyMatch(role -> namesOf(role).contains(named)));
    }

    private Set<String> namesOf(Role role) {
        return names.computeIfAbsent(
                role,
                each -> Arrays.stream(Language.values())
                        .map(language -> recipientWords.forLanguage(language.code()))
                        .flatMap(t -> Arrays.stream(
                                (t.say("identity.role", each.name()) + "," + t.say("identity.role.called", each.name()))
                                        .split(",")))
                        .map(AccountNameMatcher::normalise)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String normalise(String words) {
        return TextNormalizer.fold(words).replaceFirst(ARTICLE, "");
    }
}
