package org.convergence.identity.web;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.convergence.identity.domain.ApiTokenService;
import org.convergence.identity.domain.BootstrapToken;
import org.convergence.identity.domain.SessionService;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.access.SecretAttemptLimiter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The filters in front of every request. They identify the actor and refuse forged forms; permissions are checked at
 * the route and at the use case ({@code platform.access}).
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain filters(
            HttpSecurity http,
            SessionCookie cookie,
            SessionService sessions,
            ApiTokenService tokens,
            BootstrapToken bootstrap,
            SecretAttemptLimiter attempts,
            SignInAccessDeniedHandler doorkeeper,
            List<SecretAddress> secrets,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures,
            @Value("${convergence.base-url}") String baseUrl) {
        boolean secure = baseUrl.startsWith("https:");
        CookieCsrfTokenRepository csrf = new CookieCsrfTokenRepository();
        // Over https no other host of the domain can set this cookie.
        csrf.setCookieName(secure ? "__Host-form" : "form");
        csrf.setCookieCustomizer(
                c -> c.sameSite("Strict").httpOnly(true).path("/").secure(secure));
        http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(
                        new ActorAuthenticationFilter(cookie, sessions, tokens, bootstrap, attempts, failures),
                        SecurityContextHolderFilter.class)
                .addFilterAfter(new ConcurrentRequestFilter(failures), ActorAuthenticationFilter.class)
                // Every request is authenticated by its session; it is not a sign-in, and must not replace the CSRF
                // token of open pages.
                .csrf(c -> c.csrfTokenRepository(csrf)
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                        // An API token is sent in a header, which another site cannot make a browser send.
                        .ignoringRequestMatchers(
                                request -> ActorAuthenticationFilter.isApi(request)
                                        && ActorAuthenticationFilter.bearer(request) != null,
                                request -> secrets.stream().anyMatch(each -> each.matches(request.getRequestURI()))))
                .authorizeHttpRequests(r -> r.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(e -> e.accessDeniedHandler(doorkeeper))
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable);
        return http.build();
    }

    /** The time spent in single filters is not needed, and measuring it costs more than the filters. */
    @Bean
    static SecurityObservationSettings unmeasuredFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** There are no passwords: without this bean, Spring would generate and print one. */
    @Bean
    UserDetailsService noPasswords() {
        return name -> {
            throw new UsernameNotFoundException("there are no passwords");
        };
    }
}
