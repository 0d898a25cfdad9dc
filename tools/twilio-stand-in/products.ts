/** Everything that the stand-in answers. */
import { api } from './api';
import type { Product } from './contract';
import { monitor } from './monitor';
import { serverless } from './serverless';
import { sync } from './sync';
import { trusthub } from './trusthub';
import { voice } from './voice';

export const PRODUCTS: readonly Product[] = [api, voice, monitor, serverless, sync, trusthub];
