package org.convergence.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.identity.domain.RolePermissions;
import org.convergence.identity.domain.SignInFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Test users of each role: as actors of use cases, and as users of requests. */
@Lazy
@Component
public class TestUsers {

    private final RolePermissions rights;
    private final SignInFixture doors;

    TestUsers(RolePermissions rights, SignInFixture doors) {
        this.rights = rights;
        this.doors = doors;
    }

    /** Founds the organisation of the tests, once for each database; without it, pages redirect to the set-up. */
    public void ensureOrganisation() {
        doors.anOrganisation();
    }

    /** A sign-in link of a new account. */
    public String createSignInLink(String name, String mail, Role role) {
        return doors.link(name, mail, role);
    }

    /** An API token of a new account, with all permissions of its role. */
    public String createToken(Role role) {
        return doors.token(role);
    }

    /** An actor with these roles today; the same roles are always the same person. */
    public Actor actor(Role... roles) {
        UUID id = UUID.nameUUIDFromBytes(List.of(roles).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Actor(id, "Camille D’Amours", null, "fr", rights.permissionsOf(Set.of(roles)));
    }

    /** Authenticates a request with these roles. */
    public RequestPostProcessor as(Role... roles) {
        return authentication(new ActorAuthentication(actor(roles)));
    }
}
