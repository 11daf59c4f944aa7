package org.convergence.identity.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.OwnNames;
import org.convergence.platform.settings.Speaking;
import org.convergence.platform.text.Fold;
import org.convergence.platform.text.Language;
import org.springframework.stereotype.Component;

/**
 * Matches an actor by the account's name, or by the name of the role whose permissions the actor has, with or without
 * an article.
 */
@Component
class NamesOfActors implements OwnNames {

    private static final String ARTICLE = "^(la|le|les|l|the) ";

    private final RoleRights rights;
    private final Speaking speaking;
    private final Map<Role, Set<String>> names = new ConcurrentHashMap<>();

    NamesOfActors(RoleRights rights, Speaking speaking) {
        this.rights = rights;
        this.speaking = speaking;
    }

    @Override
    public boolean mean(String words, Actor actor) {
        String named = bare(words);
        return !named.isEmpty()
                && (named.equals(bare(actor.label()))
                        || Arrays.stream(Role.values())
                                .filter(role -> actor.permissions().equals(rights.of(List.of(role))))
                                .anyMatch(role -> of(role).contains(named)));
    }

    private Set<String> of(Role role) {
        return names.computeIfAbsent(
                role,
                each -> Arrays.stream(Language.values())
                        .map(language -> speaking.to(language.code()))
                        .flatMap(t -> Arrays.stream(
                                (t.say("identity.role", each.name()) + "," + t.say("identity.role.called", each.name()))
                                        .split(",")))
                        .map(NamesOfActors::bare)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String bare(String words) {
        return Fold.of(words).replaceFirst(ARTICLE, "");
    }
}
