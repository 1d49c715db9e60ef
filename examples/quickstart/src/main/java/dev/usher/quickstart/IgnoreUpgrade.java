package dev.usher.quickstart;

import java.io.IOException;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpEvents.IncomingHttpUpgradeEvent;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Lets clients that offer HTTP/2, such as Java's own, be served with HTTP/1.1. Without its HTTP/2 module Grizzly waits
 * half a minute for the end of such a request's body (eclipse-ee4j/glassfish-grizzly issue 1972), and hangs up after the
 * answer without a word, so that the client's next request may be lost.
 */
final class IgnoreUpgrade implements AddOn {

    @Override
    public void setup(NetworkListener listener, FilterChainBuilder chain) {
        chain.add(chain.indexOfType(HttpServerFilter.class) + 1, new BaseFilter() {
            @Override
            public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) throws IOException {
                if (event instanceof IncomingHttpUpgradeEvent upgrade) {
                    upgrade.getHttpHeader().setIgnoreContentModifiers(false);
                    upgrade.getHttpHeader().getUpgradeDC().recycle();
                }
                return context.getInvokeAction();
            }
        });
    }
}
