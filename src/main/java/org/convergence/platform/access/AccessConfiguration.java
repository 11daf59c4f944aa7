package org.convergence.platform.access;

import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Service;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Checks permissions before every use case and every route. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    /** Runs before the transaction begins, so that a refusal needs no connection. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor useCaseGuard() {
        MethodInterceptor guard = invocation -> {
            Object target = invocation.getThis();
            Class<?> type =
                    target == null ? invocation.getMethod().getDeclaringClass() : AopUtils.getTargetClass(target);
            Method method = AopUtils.getMostSpecificMethod(invocation.getMethod(), type);
            String permission = PermissionCheck.permissionOf(method, type);
            if (permission != null) {
                PermissionCheck.require(permission);
            }
            return invocation.proceed();
        };
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(new UseCasePointcut(), guard);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return advisor;
    }

    @Bean
    static WebMvcConfigurer routeGuard() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RouteGuard()).order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    private static final class UseCasePointcut extends StaticMethodMatcherPointcut {

        @Override
        public boolean matches(Method method, Class<?> type) {
            return type.isAnnotationPresent(Service.class) && PermissionCheck.permissionOf(method, type) != null;
        }
    }

    /**
     * Refuses every route of the application that declares neither a permission nor a reason to be open, and every
     * route opened by a library, except Spring's list of an address's methods (OPTIONS) to a known actor.
     */
    private static final class RouteGuard implements HandlerInterceptor {

        @Override
        public boolean preHandle(
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response,
                Object handler) {
            if (handler instanceof HandlerMethod route
                    && !(listsMethods(route) && CurrentActor.get().isKnown())) {
                if (!route.getBeanType().getPackageName().startsWith("org.convergence")) {
                    PermissionCheck.require("nobody: not a route of this application");
                }
                String permission = PermissionCheck.permissionOf(route.getMethod(), route.getBeanType());
                if (permission != null) {
                    PermissionCheck.require(permission);
                } else if (!PermissionCheck.isOpen(route.getMethod(), route.getBeanType())) {
                    PermissionCheck.require("nobody: the route declares no permission");
                }
            }
            return true;
        }

        private static boolean listsMethods(HandlerMethod route) {
            return route.getBeanType().getEnclosingClass() == RequestMappingInfoHandlerMapping.class;
        }
    }
}
