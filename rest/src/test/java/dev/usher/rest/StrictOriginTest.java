package dev.usher.rest;

/** {@code usher.cookie.strict-origin=true}: who does not say where a request comes from is rejected. */
class StrictOriginTest extends CrossSiteContract {

    StrictOriginTest() {
        super(true);
    }
}
