package org.convergence.identity.domain;

import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The set-up of an installation: names the organisation, and creates a first account as coordinator and administrator.
 * It can be done once.
 */
@Service
public class SetUpService {

    private final OrganisationSettings settings;
    private final AccountService accounts;
    private final SignInLinkService signIn;
    private final TransactionTemplate transactions;
    private final Token token = Token.random();

    SetUpService(
            OrganisationSettings settings,
            AccountService accounts,
            SignInLinkService signIn,
            PlatformTransactionManager transactionManager) {
        this.settings = settings;
        this.accounts = accounts;
        this.signIn = signIn;
        this.transactions = new TransactionTemplate(transactionManager);
        this.transactions.setName("settings.create");
    }

    /** Whether there is no organisation yet. */
    @Open("called at each request until there is an organisation")
    public boolean isNeeded() {
        return !settings.areSetUp();
    }

    /** The secret that is printed at the start; a new one at each start. */
    String secret() {
        return token.secret();
    }

    /** Whether a secret is the printed one. */
    @Open("the printed token authorises it")
    public boolean isValid(String secret) {
        return MessageDigest.isEqual(token.hash(), Token.hashOf(secret));
    }

    /**
     * Creates the organisation and its first account.
     *
     * @return the secret of a sign-in link for that account
     * @throws Refused if the token is wrong, something is missing, or it was done before
     */
    @Open("the printed token authorises it")
    public String createOrganisation(String secret, OrganisationProfile organisation, String name, String mail) {
        if (!isValid(secret)) {
            throw new Refused("identity.setup.token_wrong");
        }
        return createInTransaction(organisation, name, mail);
    }

    /** As above without a token, for the operator of the server. */
    @Requires(IdentityPermissions.ACCOUNTS)
    public String createOrganisation(OrganisationProfile organisation, String name, String mail) {
        return createInTransaction(organisation, name, mail);
    }

    private String createInTransaction(OrganisationProfile organisation, String name, String mail) {
        String[] link = new String[1];
        CurrentActor.runAs(
                Actor.system("set-up"),
                () -> link[0] = transactions.execute(status -> {
                    settings.create(organisation);
                    UUID account = accounts.open(
                            name,
                            mail,
                            organisation.languages().get(0),
                            List.of(Role.COORDINATOR, Role.ADMINISTRATOR),
                            null);
                    return signIn.issue(account, SignInLinkService.INVITATION);
                }));
        return link[0];
    }
}
