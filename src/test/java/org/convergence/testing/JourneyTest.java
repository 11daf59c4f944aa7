package org.convergence.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test that goes through the application in a browser, with a {@link BrowserUser}. All of them share one application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ModuleTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "CONVERGENCE_TRUSTED_PROXIES=127.0.0.1,::1")
@Import(BrowserUser.class)
@ExtendWith(FailureScreenshots.class)
public @interface JourneyTest {}
